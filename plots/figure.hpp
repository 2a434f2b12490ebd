/// @file
/// What every program of this folder gives.
#pragma once

#include "chart.hpp"

/// The figure of one chapter, computed by common/.
chart::Figure figure();
