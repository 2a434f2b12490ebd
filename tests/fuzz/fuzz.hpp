/// @file
/// What the fuzz targets share: values made of the bytes of an input, and what must hold.
///
/// A target is a function LLVMFuzzerTestOneInput, which libFuzzer calls with bytes that it changes until they lead to
/// code that was not reached before. What does not hold ends the process; libFuzzer then keeps the bytes.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <limits>
#include <sstream>
#include <vector>

namespace fuzz {

/// Ends the process with a message, put together from strings and numbers, unless `holds`.
template <class... Parts>
void require(bool holds, const Parts&... parts)
{
    if (holds) return;
    std::ostringstream message;
    (message << ... << parts);
    std::fprintf(stderr, "does not hold: %s\n", message.str().c_str());
    std::abort();
}

/// An input, taken from its front; zeros when it is used up.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    /// The next bytes as a number of type T.
    template <class T>
    T take()
    {
        T value{};
        const std::size_t size = std::min(sizeof value, left_);
        std::memcpy(&value, data_, size);
        data_ += size;
        left_ -= size;
        return value;
    }

    /// A whole number of 0 to most.
    Eigen::Index up_to(Eigen::Index most) { return take<std::uint16_t>() % (most + 1); }

    /// A number: any bits, a short decimal, a small one, or one of those that are special.
    template <class T>
    T number()
    {
        using Limits = std::numeric_limits<T>;
        constexpr T special[] = {0,
                                 1,
                                 1000,
                                 T(0.5),
                                 T(1e8),
                                 T(1e-4),
                                 Limits::epsilon(),
                                 Limits::min(),
                                 Limits::denorm_min(),
                                 Limits::max(),
                                 Limits::infinity(),
                                 Limits::quiet_NaN()};
        const auto kind = take<std::uint8_t>();
        const T sign = kind & 4 ? T(-1) : T(1);
        switch (kind % 4) {
            case 0: return take<T>();
            case 1: return static_cast<T>(take<std::int16_t>() * std::pow(10.0, -(kind >> 3) % 10));
            case 2: return static_cast<T>(take<std::int8_t>()) / 16;
            default: return sign * special[static_cast<std::size_t>(kind >> 3) % std::size(special)];
        }
    }

    /// So many numbers, the first few taken from the input and then again from the first on.
    template <class T>
    std::vector<T> numbers(Eigen::Index count)
    {
        std::vector<T> few(1 + take<std::uint8_t>() % 32), all(static_cast<std::size_t>(count));
        for (T& x : few) x = number<T>();
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = few[i % few.size()];
        return all;
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

}  // namespace fuzz
