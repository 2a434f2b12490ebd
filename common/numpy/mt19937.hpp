/// @file
/// The engine MT19937, the same words as std::mt19937, in blocks.
///
/// Why not std::mt19937: it hands out one word at a time, and its words are as wide as the standard library wants (64
/// bits in libstdc++), which keeps compilers from using vector instructions. Here all 624 words of a round are made in
/// plain loops that they do vectorise: a word costs a fifth, an array from randn() half.
/// @chapter{3}
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace numpy {

/// The Mersenne Twister (Matsumoto and Nishimura, 1998), seeded with one integer as their init_genrand does, and NumPy.
class Mt19937 {
public:
    /// Spreads the seed over the state. NumPy, too, takes 0 to 2^32 - 1.
    explicit Mt19937(std::uint32_t seed)
    {
        state_[0] = seed;
        for (std::uint32_t i = 1; i < size; ++i)
            state_[i] = 1812433253 * (state_[i - 1] ^ state_[i - 1] >> 30) + i;
    }

    /// The next word.
    std::uint32_t operator()()
    {
        if (used_ == size) next_round();
        return words_[used_++];
    }

    /// As many next words as `words` has room for.
    void fill(std::span<std::uint32_t> words)
    {
        while (!words.empty()) {
            if (used_ == size) next_round();
            const std::size_t count = std::min(words.size(), size - used_);
            std::copy_n(words_.begin() + used_, count, words.begin());
            used_ += count;
            words = words.subspan(count);
        }
    }

private:
    static constexpr std::size_t size = 624, shift = 397;

    [[gnu::noinline]] void next_round()
    {
        // Each new word needs its own old value, that of its neighbour, and the one `shift` further on, around the end:
        // in three parts, so that within each no index wraps.
        for (std::size_t i = 0; i < size - shift; ++i) twist(i, i + 1, i + shift);
        for (std::size_t i = size - shift; i < size - 1; ++i) twist(i, i + 1, i + shift - size);
        twist(size - 1, 0, shift - 1);
        for (std::size_t i = 0; i < size; ++i) words_[i] = tempered(state_[i]);
        used_ = 0;
    }

    void twist(std::size_t i, std::size_t next, std::size_t shifted)
    {
        const std::uint32_t joined = (state_[i] & 0x80000000) | (state_[next] & 0x7fffffff);
        state_[i] = state_[shifted] ^ joined >> 1 ^ ((joined & 1) != 0 ? 0x9908b0df : 0);
    }

    static std::uint32_t tempered(std::uint32_t word)
    {
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c5680;
        word ^= word << 15 & 0xefc60000;
        return word ^ word >> 18;
    }

    std::array<std::uint32_t, size> state_, words_;
    std::size_t used_ = size;
};

}  // namespace numpy
