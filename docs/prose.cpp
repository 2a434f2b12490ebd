// What the prose of a page says: its numbers, its marks, its links and its images.
#include "weave.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <stdexcept>

namespace weave {
namespace {

namespace fs = std::filesystem;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// ---- numbers

struct Number {
    std::size_t begin, end;  // in the text
    std::string value;       // the same for 0.67, 0.6700 and 6.7e-1; for 19,210 and 19210
    bool bound;              // to a source: it has a point, a separator, an exponent or three digits
};

// The value of a number without its sign: its digits without zeros at the ends, and the power of ten of the last.
std::string value_of(std::string digits, long power)
{
    digits.erase(0, digits.find_first_not_of('0'));
    for (; !digits.empty() && digits.back() == '0'; ++power) digits.pop_back();
    return digits.empty() ? "0" : digits + "e" + std::to_string(power);
}

// How long the thousands separator at `at` is; 0 when there is none.
std::size_t separator(const std::string& text, std::size_t at)
{
    // the last three: spaces, no-break, thin, or both
    for (const std::string s : {",", "'", "{,}", "\\,", "\u00a0", "\u2009", "\u202f"})
        if (text.compare(at, s.size(), s) == 0) return s.size();
    return 0;
}

// Whether the digits at `at` belong to a name (float64, GPT-3.5) or, in code, to a format (%5.3f).
bool in_name(const std::string& text, std::size_t at, char kind)
{
    const char c = at > 0 ? text[at - 1] : ' ', before = at > 1 ? text[at - 2] : ' ';
    if (kind == math) return false;
    if (is_letter(c)) return kind != code || before != '\\';  // "\n100" is no name
    if (kind != code) return (c == '-' || c == '.') && is_letter(before);
    return c == '.' || c == '%' || (before == '%' && (c == '-' || c == '+' || c == ' ' || c == '#'));
}

std::vector<Number> numbers(const std::string& text, const std::string& kinds)
{
    std::vector<Number> result;
    const auto digit_at = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i]) || kinds[i] == hidden || kinds[i] == file) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        const bool bare_point = begin > 0 && text[begin - 1] == '.' && (begin == 1 || !is_letter(text[begin - 2])) &&
                                (begin == 1 || text[begin - 2] != '.');  // .67, but not "1, ...2"
        const auto take = [&](std::string& digits) {
            while (digit_at(i)) digits += text[i++];
        };
        std::string digits, fraction;
        take(digits);
        bool bound = digits.size() >= 3 || bare_point;
        long power = bare_point ? -long(digits.size()) : 0;
        if (digits.size() <= 3 && digits[0] != '0') {
            for (std::size_t n; (n = separator(text, i)) > 0; bound = true) {
                if (!(digit_at(i + n) && digit_at(i + n + 1) && digit_at(i + n + 2)) || digit_at(i + n + 3)) break;
                i += n;
                take(digits);
            }
        }
        int points = 0;
        for (; i < text.size() && text[i] == '.' && digit_at(i + 1); ++points) {
            ++i;
            take(fraction);
        }
        bound = bound || points > 0;
        power -= long(fraction.size());
        if (i + 1 < text.size() && (text[i] == 'e' || text[i] == 'E')) {
            const bool has_sign = text[i + 1] == '-' || text[i + 1] == '+';
            if (const std::size_t from = i + 1 + has_sign; digit_at(from)) {
                for (i = from; digit_at(i);) ++i;
                long exponent = 0;
                std::from_chars(text.data() + from, text.data() + i, exponent);
                power += text[from - 1] == '-' ? -exponent : exponent;
                bound = true;
            }
        }
        if (in_name(text, begin, kinds[begin])) continue;
        // Several points (1.24.2) make a version: only the same text is the same.
        const std::string version = text.substr(begin, i - begin);
        result.push_back({begin, i, points > 1 ? version : value_of(digits + fraction, power), bound});
    }
    return result;
}

// Where a page's numbers come from: its chapter, or all chapters for a page outside of them.
struct Sources {
    std::string name;
    std::set<std::string> values;
};

Sources sources_of(const fs::path& page)
{
    std::vector<fs::path> chapters;
    for (fs::path folder = fs::absolute(page).lexically_normal().parent_path(); chapters.empty();
         folder = folder.parent_path()) {
        if (folder.parent_path().filename() == "chapters")
            chapters.push_back(folder);
        else if (fs::is_directory(folder / "chapters"))
            chapters.assign(fs::directory_iterator(folder / "chapters"), {});
        if (folder == folder.root_path()) break;
    }
    Sources sources{chapters.size() == 1 ? chapters[0].filename().string() : "any chapter", {}};
    for (const fs::path& chapter : chapters)
        for (const char* name : {"expected.txt", "claims.cpp", "program.cpp"}) {
            if (!fs::exists(chapter / name)) continue;
            const std::string text = read(chapter / name);
            for (const Number& n : numbers(text, std::string(text.size(), code))) sources.values.insert(n.value);
        }
    return sources;
}

// ---- marks

// The claims of a page's table: the numbers of the row and of the test, and where the row begins.
struct Claim {
    std::size_t at;
    std::set<std::string> values;
};

std::map<std::string, Claim> claims_of(const Page& page)
{
    const fs::path file = page.path.parent_path() / "claims.cpp";
    const std::string tests = fs::exists(file) ? "\n" + read(file) : "";
    std::map<std::string, Claim> claims;
    for (std::size_t at = 0; (at = page.text.find("\n| ", at)) != std::string::npos; ++at) {
        const std::size_t from = at + 3, end = page.text.find(" | ", from), row_end = page.text.find('\n', from);
        if (end >= row_end || page.kinds[from] != prose) continue;
        const std::string id = page.text.substr(from, end - from);
        std::string text = page.text.substr(end, row_end - end);
        if (!text.starts_with(" | printed |") && !text.starts_with(" | stated |") && !text.starts_with(" | erratum |"))
            continue;
        const std::size_t test = tests.find("\nTEST_CASE(\"" + id + " ");
        if (test != std::string::npos) text += tests.substr(test, tests.find("\n}", test) - test);
        Claim& claim = claims[id];
        claim.at = at + 1;
        for (const Number& n : numbers(text, std::string(text.size(), code))) claim.values.insert(n.value);
    }
    return claims;
}

// ---- Markdown within lines

struct Link {
    std::size_t at;
    std::string target;
};

struct Inline {
    std::string kinds;              // page.kinds, with link targets, tags, code and formulas told apart
    std::vector<Link> links;        // and images
    std::vector<std::size_t> mute;  // images without alternative text
    std::set<std::string> anchors;
};

// A path: characters of a path only, and ./ or ../ or / at its start, / at its end, or an extension.
bool is_path(const std::string& s)
{
    for (char c : s)
        if (!is_letter(c) && !is_digit(c) && std::string("./+-~").find(c) == std::string::npos) return false;
    const std::string extension = fs::path(s).extension().string();
    return s.starts_with('/') || s.starts_with("./") || s.starts_with("../") || s.ends_with('/') ||
           (extension.size() > 1 && is_letter(extension[1]) && !is_digit(s[0]));
}

// A heading's anchor as GitHub makes it: lower case, no punctuation, hyphens for spaces.
std::string slug(const std::string& heading)
{
    std::string s;
    for (std::size_t i = 0; i < heading.size();) {
        const unsigned char c = static_cast<unsigned char>(heading[i]);
        const std::size_t size = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
        const std::string letter = heading.substr(i, size);
        if (c < 0x80) {
            if (c >= 'A' && c <= 'Z')
                s += static_cast<char>(c - 'A' + 'a');
            else if (is_letter(heading[i]) || is_digit(heading[i]) || c == '-')
                s += letter;
            else if (c == ' ')
                s += '-';
        } else if (!(c == 0xc2 || letter == "×" || letter == "÷" || (c >= 0xe2 && c <= 0xe3 && letter < "\u3004") ||
                     c >= 0xf0)) {  // neither Latin-1 signs, dashes, arrows, operators nor pictures
            s += letter;
        }
        i += size;
    }
    return s;
}

Inline read_inline(const Page& page)
{
    const std::string& text = page.text;
    Inline result{page.kinds, {}, {}, {}};
    std::string& kinds = result.kinds;
    const auto mark = [&](std::size_t begin, std::size_t end, Kind kind) {
        std::fill(kinds.begin() + std::ptrdiff_t(begin), kinds.begin() + std::ptrdiff_t(end), kind);
    };
    // Where `what` stands next in this paragraph; npos if it does not.
    const auto find = [&](const std::string& what, std::size_t from) {
        for (std::size_t i = from; i < text.size() && kinds[i] == prose && text.compare(i, 2, "\n\n") != 0; ++i)
            if (text.compare(i, what.size(), what) == 0) return i;
        return std::string::npos;
    };
    const auto link = [&](std::size_t at, std::string target) {
        target.resize(std::min(target.find_first_of(" \n\t"), target.size()));  // the rest is a title
        if (target.starts_with('<') && target.ends_with('>')) target = target.substr(1, target.size() - 2);
        result.links.push_back({at, target});
    };
    const auto attribute = [](const std::string& tag, const std::string& name) -> std::pair<std::size_t, std::size_t> {
        for (const std::string space : {" ", "\n"}) {
            const std::size_t at = tag.find(space + name + "=\"");
            if (at == std::string::npos) continue;
            const std::size_t from = at + name.size() + 3;
            return {from, std::min(tag.find('"', from), tag.size())};
        }
        return {0, 0};
    };

    for (std::size_t i = 0; i < text.size(); ++i) {
        if (kinds[i] != prose) continue;
        const bool line_start = i == 0 || text[i - 1] == '\n';
        const std::size_t line_end = std::min(text.find('\n', i), text.size());
        const char c = text[i];
        std::size_t end = std::string::npos;
        if (c == '\\') {
            ++i;
        } else if (c == '`') {
            const std::string marks = text.substr(i, text.find_first_not_of('`', i) - i);
            const std::size_t from = i + marks.size();
            end = find(marks, from);
            while (end != std::string::npos && text.compare(end, marks.size() + 1, marks + "`") == 0)
                end = find(marks, text.find_first_not_of('`', end));
            if (end != std::string::npos) mark(from, end, is_path(text.substr(from, end - from)) ? file : code);
            i = end != std::string::npos ? end + marks.size() - 1 : from - 1;
        } else if (c == '$') {
            const std::string marks = text.compare(i, 2, "$$") == 0 ? "$$" : "$";
            const std::size_t from = i + marks.size();
            end = find(marks, from);
            while (end != std::string::npos && text[end - 1] == '\\') end = find(marks, end + 1);
            const bool closed = end != std::string::npos && end > from;
            if (closed && (marks == "$$" || (text[from] != ' ' && text[end - 1] != ' '))) {
                mark(from, end, math);
                i = end + marks.size() - 1;
            }
        } else if (c == '&' && (end = text.find(';', i)) < i + 10) {
            mark(i, end, hidden);  // &#8722;
        } else if (c == '<' && i + 1 < text.size() && (is_letter(text[i + 1]) || text[i + 1] == '/')) {
            if ((end = find(">", i)) == std::string::npos) continue;
            const std::string tag = text.substr(i, end - i);
            mark(i, end + 1, hidden);
            for (const char* name : {"href", "src", "srcset"})
                if (const auto [from, to] = attribute(tag, name); from > 0) link(i, tag.substr(from, to - from));
            for (const char* name : {"id", "name"})
                if (const auto [from, to] = attribute(tag, name); from > 0)
                    result.anchors.insert(tag.substr(from, to - from));
            const auto [from, to] = attribute(tag, "alt");
            mark(i + from, i + to, prose);
            if (tag.starts_with("<img") && from == to) result.mute.push_back(i);
            i = end;
        } else if (text.compare(i, 2, "![") == 0 && (end = find("](", i)) != std::string::npos) {
            if (text.find_first_not_of(" \n", i + 2) == end) result.mute.push_back(i);
        } else if (text.compare(i, 2, "](") == 0) {
            int depth = 0;
            for (end = i + 1; end < text.size() && kinds[end] == prose && text.compare(end, 2, "\n\n") != 0; ++end) {
                depth += (text[end] == '(') - (text[end] == ')');
                if (depth == 0) break;
            }
            if (depth != 0) continue;
            link(i, text.substr(i + 2, end - i - 2));
            mark(i + 1, end + 1, hidden);
            i = end;
        } else if (line_start && c == '[' && (end = find("]: ", i)) < line_end && text[i + 1] != '^') {
            link(i, text.substr(end + 3, line_end - end - 3));
            mark(i, line_end, hidden);
            i = line_end;
        } else if (text.compare(i, 7, "http://") == 0 || text.compare(i, 8, "https://") == 0) {
            end = std::min(text.find_first_of(" \n\t)>\"", i), text.size());
            mark(i, end, hidden);
            i = end - 1;
        }
    }

    std::map<std::string, int> times;  // a heading that comes again gets -1, -2, ...
    for (std::size_t i = 0; i < text.size(); i = std::min(text.find('\n', i), text.size() - 1) + 1) {
        const std::size_t level = std::min(text.find_first_not_of('#', i), text.size()) - i;
        if (kinds[i] != prose || level < 1 || level > 6 || text[i + level] != ' ') continue;
        std::size_t from = text.find_first_not_of(' ', i + level), end = std::min(text.find('\n', i), text.size());
        while (end > from && (text[end - 1] == ' ' || text[end - 1] == '#')) --end;
        std::string heading;
        for (; from < end; ++from)
            if (kinds[from] != hidden) heading += text[from];
        const std::string anchor = slug(heading);
        const int n = times[anchor]++;
        result.anchors.insert(n == 0 ? anchor : anchor + "-" + std::to_string(n));
    }
    return result;
}

// What is wrong with a link's target; empty when nothing is.
std::string check_target(const std::string& target, const Page& page, const Inline& own)
{
    if (target.empty()) return "this link has no target; expected a file or #heading: add it";
    if (target.find(':') < target.find_first_of("/#?")) return "";  // https:, mailto:
    const std::string link = "the link " + target;
    if (target[0] == '/') return link + " is absolute; expected a path from this page's folder: make it one";
    const std::size_t hash = std::min(target.find('#'), target.size());
    fs::path path = hash == 0 ? page.path : page.path.parent_path() / target.substr(0, hash);
    if (!fs::exists(path)) return link + " leads nowhere; expected the file " + path.string() + ": correct it";
    if (hash == target.size()) return "";
    if (fs::is_directory(path)) path /= "README.md";
    if (path.extension() != ".md") return link + " has a fragment, but only pages have headings: leave it out";
    const auto anchors = hash == 0 ? own.anchors : read_inline(read_page(path)).anchors;
    if (anchors.contains(target.substr(hash + 1))) return "";
    return link + " misses; expected a heading or <a id=\"" + target.substr(hash + 1) + "\"> in " +
           path.string() + ": correct it";
}

}  // namespace

std::vector<Problem> check_prose(const Page& page)
{
    std::vector<Problem> problems;
    const Inline content = read_inline(page);
    const auto problem = [&](std::size_t at, const std::string& text) {
        const auto begin = page.text.begin();
        problems.push_back({1 + std::size_t(std::count(begin, begin + std::ptrdiff_t(at), '\n')), text});
    };

    const Sources sources = sources_of(page.path);
    std::set<std::string> used, allowances;
    const std::vector<Number> all = numbers(page.text, content.kinds);
    for (const Number& n : all) (content.kinds[n.begin] == allowed ? allowances : used).insert(n.value);
    for (const Number& n : all) {
        const std::string number = page.text.substr(n.begin, n.end - n.begin);
        if (content.kinds[n.begin] == allowed) {
            if (!used.contains(n.value))
                problem(n.begin, "the number " + number + " is allowed but not in this page; expected it in the prose: "
                                 "take it off the list");
        } else if (n.bound && !sources.values.contains(n.value) && !allowances.contains(n.value)) {
            problem(n.begin, "the number " + number + " has no source; expected it in expected.txt, claims.cpp or "
                             "program.cpp of " + sources.name + ": correct it, or allow it with <!-- numbers: " +
                             number + " -->");
        }
    }

    auto unmarked = claims_of(page);
    const auto claims = unmarked;
    for (const Mark& mark : page.marks) {
        unmarked.erase(mark.claim);
        const auto claim = claims.find(mark.claim);
        if (claim == claims.end()) {
            problem(mark.at, "this mark is of claim " + mark.claim + ", which this page does not list; expected one of "
                             "its table of claims: correct it, or add the row");
            continue;
        }
        // Is there a number in front of it? "19,210", "**54.2 %**", "405 billion", "$z = 0.67$."
        std::string before = page.text.substr(0, mark.at);
        before.erase(before.find_last_not_of(" \n*_`$)%.,;:?!\"") + 1);
        if (before.ends_with("million") || before.ends_with("billion"))
            before.erase(before.find_last_not_of(" \n", before.size() - 8) + 1);
        for (const Number& n : all)
            if (n.end == before.size() && !claim->second.values.contains(n.value))
                problem(mark.at, "the number " + page.text.substr(n.begin, n.end - n.begin) + " is marked as claim " +
                                     mark.claim + ", which has no such number; expected one of the claim's row or "
                                     "test: correct the number or the mark");
    }
    for (const auto& [id, claim] : unmarked)
        problem(claim.at, "claim " + id + " has no mark in this page; expected <!-- claim " + id +
                              " --> behind its number or sentence: add it");

    for (const Link& link : content.links)
        if (const std::string wrong = check_target(link.target, page, content); !wrong.empty()) problem(link.at, wrong);
    for (const std::size_t at : content.mute)
        problem(at, "this image has no alternative text; expected what it shows, in words: write it");
    return problems;
}

}  // namespace weave
