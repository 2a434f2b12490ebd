/// @file
/// What the tests of the figures share.
#pragma once

#include "catch.hpp"
#include "figure.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

/// The first series of that name in the panel.
inline const chart::Series& series(const chart::Panel& panel, const std::string& name)
{
    for (const chart::Series& s : panel.series)
        if (s.name == name) return s;
    throw std::invalid_argument("the panel '" + panel.title + "' has no series '" + name + "'");
}

/// The series' y at x, which must be one of its points.
inline double y_at(const chart::Series& s, double x)
{
    for (const chart::Point& p : s.points)
        if (std::abs(p.x - x) < 1e-9) return p.y;
    throw std::invalid_argument("the series '" + s.name + "' has no point at x = " + std::to_string(x));
}

/// Whether the panel has exactly this label.
inline bool has_label(const chart::Panel& panel, const std::string& text)
{
    for (const chart::Label& label : panel.labels)
        if (label.text == text) return true;
    return false;
}
