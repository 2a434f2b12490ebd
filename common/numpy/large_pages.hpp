/// @file
/// Memory for large arrays in large pages.
///
/// The system hands out fresh memory page by page, each at its first touch. For a large array that costs as much as
/// drawing the 512 random numbers that a page of 4 KiB holds; with pages of 2 MiB hardly anything. NumPy asks for them,
/// too.
/// @chapter{3}
#pragma once

#include <cstddef>
#include <cstdint>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#endif

namespace numpy {

/// Asks for large pages for an array of 4 MiB or more that nobody has written to yet; where the system has none, nothing
/// happens. Only the array's speed depends on it.
inline void use_large_pages([[maybe_unused]] void* array, [[maybe_unused]] std::size_t bytes)
{
#ifdef MADV_HUGEPAGE
    constexpr std::size_t page = 4096, large = std::size_t{1} << 22;
    if (bytes < large) return;
    const std::size_t before = -reinterpret_cast<std::uintptr_t>(array) % page;  // up to the first whole page
    madvise(static_cast<std::byte*>(array) + before, bytes - before, MADV_HUGEPAGE);
#endif
}

}  // namespace numpy
