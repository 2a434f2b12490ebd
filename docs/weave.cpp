// Markers, blocks and their sources; the command.
#include "weave.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iomanip>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace weave {
namespace {

namespace fs = std::filesystem;
using std::to_string;

[[noreturn]] void fail(const std::string& message) { throw std::runtime_error(message); }

std::string quoted(const std::string& s) { return '"' + s + '"'; }

std::string trim(const std::string& s, const char* characters = " \t")
{
    const std::size_t first = s.find_first_not_of(characters);
    return first == s.npos ? "" : s.substr(first, s.find_last_not_of(characters) + 1 - first);
}

// The indentation of a line, or what makes it part of a quotation.
std::string prefix_of(const std::string& line) { return line.substr(0, line.find_first_not_of(" >\t")); }

struct Fence {
    std::string prefix, marks, language;
};

std::optional<Fence> opening_fence(const std::string& line)
{
    const std::size_t at = std::min(line.find_first_not_of(" >\t-*+.)0123456789"), line.size());  // an item's mark, too
    const std::size_t end = std::min(line.find_first_not_of(line[at], at), line.size());
    const std::string info = trim(line.substr(end));
    if (end < at + 3 || (line[at] != '~' && line[at] != '`')) return std::nullopt;
    if (line[at] == '`' && info.find('`') != info.npos) return std::nullopt;  // ```code``` within a line
    return Fence{line.substr(0, at), line.substr(at, end - at), info.substr(0, info.find(' '))};
}

bool closes(const std::string& line, const Fence& fence)
{
    const std::string marks = trim(line, " >\t");
    return marks.size() >= fence.marks.size() && marks.find_first_not_of(fence.marks[0]) == marks.npos;
}

bool is_cpp(std::string language)
{
    std::transform(language.begin(), language.end(), language.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const char* name : {"cpp", "c++", "cc", "cxx", "hpp", "h"})
        if (language == name) return true;
    return false;
}

// Where a comment opens in [at, end), not counting inline code; end if none does.
std::size_t find_comment(const std::string& text, std::size_t at, std::size_t end)
{
    for (; at < end; ++at) {
        if (text.compare(at, 4, "<!--") == 0) return at;
        if (text[at] != '`') continue;
        const std::string marks = text.substr(at, std::min(end, text.find_first_not_of('`', at)) - at);
        const std::size_t close = text.find(marks, at + marks.size());
        at = (close < end ? close : at) + marks.size() - 1;
    }
    return end;
}

const std::string begin_of_text = "<!-- text:", end_of_text = "<!-- /text -->";

// A marker's block from the comment's content, or what is wrong with it.
Block parse_marker(const std::string& content)
{
    Block block;
    std::istringstream words(content);
    std::string kind, word;
    words >> kind >> block.path;
    const std::size_t hash = block.path.find('#');
    bool good = hash > 0 && hash + 1 != block.path.size() && !block.path.empty();
    const auto text_after = [&](const std::string& name, std::string& text) {
        if (!(words >> word)) return;
        good = good && word == name && (words >> std::ws).peek() == '"' && words >> std::quoted(text) && !text.empty();
    };
    if (kind == "output:") {
        block.is_output = true;
        good = good && hash == block.path.npos;
        text_after("from", block.from);
        text_after("to", block.to);
    } else if (kind == "text:") {
        block.is_text = true;
        good = good && hash == block.path.npos;
    } else if (hash != block.path.npos) {
        block.tag = block.path.substr(hash + 1);
        block.path.erase(hash);
    }
    if (!good || (kind != "listing:" && kind != "output:" && kind != "text:") || words >> word)
        fail("this marker is malformed; expected \"listing: FILE\", \"listing: FILE#TAG\", \"output: FILE [from "
             "\"TEXT\" [to \"TEXT\"]]\" or \"text: FILE\": correct it, or begin the comment with another word");
    return block;
}

// The widgets of the workbook that holds a page: docs/widgets/neuron.js defines widgets.neuron.
std::set<std::string> widgets_for(const fs::path& page)
{
    std::set<std::string> names;
    fs::path folder = fs::absolute(page).lexically_normal().parent_path();
    while (!fs::is_directory(folder / "docs/widgets") && folder != folder.root_path()) folder = folder.parent_path();
    if (fs::is_directory(folder / "docs/widgets"))
        for (const fs::path& file : fs::directory_iterator(folder / "docs/widgets")) {
            const std::string name = file.stem().string();
            if (file.extension() == ".js" && read(file).find("widgets." + name + " = {") != std::string::npos)
                names.insert(name);
        }
    return names;
}

// Refuses a widget's marker that names none, or has no text (the first line below it that is not empty) for readers
// without scripts.
void check_widget(const std::string& content, const fs::path& page, const std::string& below)
{
    const std::string name = content.starts_with("widget:") ? trim(content.substr(7)) : "";
    if (name.empty() || name.find_first_of(" \t\n") != name.npos)
        fail("this marker is malformed; expected \"widget: NAME\": correct it, or begin the comment with another word");
    const std::set<std::string> all = widgets_for(page);
    if (!all.contains(name)) {
        std::string names;
        for (const std::string& s : all) names += (names.empty() ? "" : ", ") + s;
        fail("there is no widget " + name + "; docs/widgets has " + (names.empty() ? "none" : names) +
             ": correct the marker, or add docs/widgets/" + name + ".js");
    }
    if (below.empty() || std::string("#<>|`~!").find(below[0]) != std::string::npos)
        fail("the widget " + name + " has no sentence; expected a paragraph below, for who reads without scripts: add it");
}

struct Tag {
    std::string name;
    bool closing;
};

// "// [name]" or "// [/name]", alone on a line.
std::optional<Tag> tag_of(const std::string& line)
{
    std::string s = trim(line);
    if (!s.starts_with("//")) return std::nullopt;
    s = trim(s.substr(2));
    if (s.size() < 3 || s.front() != '[' || s.find_first_of("] \t") != s.size() - 1) return std::nullopt;
    const bool closing = s[1] == '/';
    return Tag{s.substr(1 + closing, s.size() - 2 - closing), closing};
}

// The lines of one region, or of the whole file, without tags and common indentation.
Lines region(const Lines& source, const std::string& path, const std::string& wanted)
{
    std::map<std::string, std::size_t> opened;  // and the line where
    Lines open, lines;
    for (std::size_t n = 1; n <= source.size(); ++n) {
        const auto tag = tag_of(source[n - 1]);
        const std::string where = path + ":" + to_string(n) + ": ";
        if (!tag) {
            if (wanted.empty() || std::find(open.begin(), open.end(), wanted) != open.end())
                lines.push_back(trim(source[n - 1]).empty() ? "" : source[n - 1]);
        } else if (!tag->closing) {
            if (!opened.emplace(tag->name, n).second)
                fail(where + "[" + tag->name + "] is opened twice, first in line " + to_string(opened[tag->name]) +
                     "; expected one region per name: rename one");
            open.push_back(tag->name);
        } else {
            if (std::find(open.begin(), open.end(), tag->name) == open.end())
                fail(where + "[/" + tag->name + "] closes what is not open; expected // [" + tag->name +
                     "] above: add it, or remove this line");
            if (open.back() != tag->name)
                fail(where + "[/" + tag->name + "] crosses [" + open.back() + "], opened in line " +
                     to_string(opened[open.back()]) + "; expected // [/" + open.back() + "] first: nest the regions");
            open.pop_back();
        }
    }
    if (!open.empty())
        fail(path + ":" + to_string(opened[open.back()]) + ": [" + open.back() + "] is not closed; expected // [/" +
             open.back() + "] below: add it");
    if (!wanted.empty() && !opened.contains(wanted)) {
        std::string names;
        for (const auto& [name, line] : opened) names += (names.empty() ? "" : ", ") + name;
        fail(path + " has no region [" + wanted + "]; it has " + (names.empty() ? "none" : names) +
             ": correct the marker, or add // [" + wanted + "] and // [/" + wanted + "]");
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
    if (lines.empty()) fail(path + (wanted.empty() ? "" : "#" + wanted) + " is empty; expected code: move the tags");

    std::string indentation = lines[0].substr(0, lines[0].find_first_not_of(" \t"));
    for (const std::string& line : lines)
        while (!line.empty() && !line.starts_with(indentation)) indentation.pop_back();
    for (std::string& line : lines)
        if (!line.empty()) line.erase(0, indentation.size());
    return lines;
}

// The lines of the output that a marker asks for.
Lines part(const Lines& output, const Block& block)
{
    if (block.from.empty()) return output;
    const auto find = [&](auto first, const std::string& text, const std::string& where) {
        const auto found = std::find_if(first, output.end(), [&](auto& s) { return s.find(text) != s.npos; });
        if (found == output.end())
            fail("no line of " + block.path + where + " contains " + quoted(text) +
                 "; expected a text of the program's output: correct the marker");
        return found;
    };
    const auto first = find(output.begin(), block.from, "");
    if (block.to.empty()) return {first, std::find_if(first, output.end(), [](auto& s) { return trim(s).empty(); })};
    return {first, find(first, block.to, " at or after " + quoted(block.from)) + 1};
}

// Refuses a text that would not be the same text in the page: with markers, or with a fence or comment left open.
void check_text(const fs::path& path, const std::string& text)
{
    const Page page = take_apart(path, text);
    if (!page.problems.empty())
        fail(path.string() + ":" + to_string(page.problems[0].line) + ": " + page.problems[0].text);
    const Lines lines = split(text);
    const auto marker = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line == end_of_text || line.starts_with(begin_of_text);
    });
    const auto at = std::min(page.blocks.empty() ? lines.size() : page.blocks[0].line - 1,
                             static_cast<std::size_t>(marker - lines.begin()));
    if (at < lines.size())
        fail(path.string() + ":" + to_string(at + 1) + ": this marker stands in a text that is woven into a page; "
             "expected none: give the page two texts, with the marker between them");
}

// The block as it should be, fences included.
Lines wanted(const Block& block, const fs::path& page)
{
    const fs::path path = page.parent_path() / block.path;
    const std::string text = read(path);
    if (fs::equivalent(path, page)) fail("this marker asks for its own page; expected another file: correct the path");
    Lines source = split(text);
    if (source.back().empty()) source.pop_back();
    if (block.is_text) {
        check_text(path, text);
        source.push_back(end_of_text);
        return source;
    }
    const Lines content = block.is_output ? part(source, block) : region(source, block.path, block.tag);

    const std::string extension = fs::path(block.path).extension().string();
    std::string language = extension.empty() ? "text" : extension.substr(1);
    if (block.is_output || extension == ".txt") language = "text";
    if (is_cpp(language)) language = "cpp";
    if (block.begin != block.end && block.language != language)
        fail("the block after this marker is ```" + block.language + "; expected ```" + language +
             ", which is then replaced: correct its language, or move the marker");

    std::string marks = "```";
    for (const std::string& line : content)
        while (line.find(marks) != line.npos) marks += '`';
    Lines lines{block.prefix + marks + language};
    for (const std::string& line : content) {
        lines.push_back(block.prefix + line);
        if (line.empty()) lines.back().erase(lines.back().find_last_not_of(' ') + 1);
    }
    lines.push_back(block.prefix + marks);
    return lines;
}

// What turns a stale block into a fresh one, as diff -U0 writes it, from the page's line `first` on.
std::string diff(const Lines& a, const Lines& b, std::size_t first)
{
    // common[i][j]: how many lines a from i on and b from j on have in common, in order
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::string s;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i, ++j;
            continue;
        }
        std::string minus, plus;
        const std::size_t line = first + i;
        while (!(i < a.size() && j < b.size() && a[i] == b[j]) && (i < a.size() || j < b.size())) {
            if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1]))
                minus += "-" + a[i++] + "\n";
            else
                plus += "+" + b[j++] + "\n";
        }
        s += "@@ line " + to_string(line) + " @@\n" + minus + plus;
    }
    return s;
}

// The text of a page with its blocks replaced.
std::string woven(const std::string& page, const std::vector<Change>& changes)
{
    Lines lines = split(page);
    for (auto c = changes.rbegin(); c != changes.rend(); ++c) {  // from the end: line numbers above stay
        const auto first = lines.begin() + std::ptrdiff_t(c->block.begin);
        lines.insert(lines.erase(first, first + std::ptrdiff_t(c->before.size())), c->after.begin(), c->after.end());
    }
    std::string text = lines[0];
    for (std::size_t n = 1; n < lines.size(); ++n) text += "\n" + lines[n];
    return text;
}

}  // namespace

std::string read(const fs::path& path)
{
    std::ifstream stream;
    std::ostringstream text;
    if (fs::is_regular_file(path)) stream.open(path, std::ios::binary);  // a pipe would be waited for
    if (!stream.is_open())
        fail("cannot read " + path.string() + "; expected a file: correct the path");
    std::copy(std::istreambuf_iterator<char>(stream), {}, std::ostreambuf_iterator<char>(text));
    if (text.str().find('\r') != std::string::npos)
        fail(path.string() + " has CRLF line ends; expected LF alone: convert it (dos2unix)");
    return text.str();
}

Lines split(const std::string& text)
{
    Lines lines(1);
    for (char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

Page read_page(const fs::path& path) { return take_apart(path, read(path)); }

Page take_apart(const fs::path& path, const std::string& text)
{
    Page page{path, text, {}, {}, {}, {}};
    page.kinds.assign(page.text.size(), prose);
    const Lines lines = split(page.text);
    std::vector<std::size_t> start{0};  // of each line, and one more
    for (const std::string& line : lines) start.push_back(start.back() + line.size() + 1);
    const auto mark = [&](std::size_t first, std::size_t last, Kind kind) {
        std::fill(page.kinds.begin() + std::ptrdiff_t(first), page.kinds.begin() + std::ptrdiff_t(last), kind);
    };
    const auto problem = [&](std::size_t n, const std::string& what) { page.problems.push_back({n + 1, what}); };

    bool waiting = false;  // for the fenced block of the last marker
    for (std::size_t n = 0; n < lines.size(); ++n) {
        // Within a woven text, which will be replaced as a whole: nothing reaches beyond it, and markers are no blocks.
        const bool in_text = !page.blocks.empty() && page.blocks.back().is_text && n + 1 < page.blocks.back().end;
        const std::size_t limit = in_text ? page.blocks.back().end - 1 : lines.size();
        if (const auto fence = opening_fence(lines[n])) {
            std::size_t last = n + 1;
            while (last < limit && !closes(lines[last], *fence)) ++last;
            if (last == limit) {
                problem(n, "this fence is not closed; expected a line " + fence->marks + " below: add it");
                return page;
            }
            mark(start[n], start[last + 1] - 1, hidden);
            if (waiting && fence->prefix == prefix_of(lines[n])) {
                page.blocks.back().begin = n;
                page.blocks.back().end = last + 1;
                page.blocks.back().language = fence->language;
            } else if (is_cpp(fence->language)) {
                problem(n, "this block of C++ has no marker; expected <!-- listing: FILE#TAG --> above it: add one, so "
                           "that the block is written from a file that compiles");
            } else if (fence->language == "math") {
                mark(start[n + 1], start[last], math);
            } else if (fence->language.empty() || fence->language == "text") {
                mark(start[n + 1], start[last], code);
            }
            waiting = false;
            n = last;
            continue;
        }
        if (trim(lines[n], " >\t").empty()) continue;
        waiting = false;
        for (std::size_t at = start[n]; (at = find_comment(page.text, at, start[n + 1] - 1)) < start[n + 1] - 1;) {
            std::size_t end = page.text.find("-->", at + 4);
            if (end >= start[limit]) {
                problem(n, "this comment is not closed; expected -->: add it");
                return page;
            }
            const std::string content = trim(page.text.substr(at + 4, end - at - 4), " \t\n");
            const std::string word = content.substr(0, content.find_first_of(": \t\n"));
            end += 3;
            mark(at, end, hidden);
            const bool is_marker = word == "listing" || word == "output" || word == "text";
            if (is_marker && !in_text) {
                try {
                    Block block = parse_marker(content);
                    block.line = n + 1;
                    block.prefix = prefix_of(lines[n]);
                    block.begin = block.end = n + 1;
                    if (trim(lines[n], " >\t") != trim(page.text.substr(at, end - at), " >\t"))
                        fail("this marker shares its line; expected it alone: give it a line of its own");
                    if (block.is_text) {  // to its end; without one, it has not been woven yet
                        for (std::size_t k = n + 1; k < lines.size() && !lines[k].starts_with(begin_of_text); ++k)
                            if (lines[k] == end_of_text) {
                                block.end = k + 1;
                                break;
                            }
                    }
                    page.blocks.push_back(block);
                    waiting = !block.is_text;
                } catch (const std::runtime_error& e) {
                    problem(n, e.what());
                }
            } else if (word == "widget") {
                try {
                    if (trim(lines[n]) != trim(page.text.substr(at, end - at)))
                        fail("this marker shares its line; expected it alone: give it a line of its own");
                    const auto below = std::find_if(lines.begin() + std::ptrdiff_t(n) + 1, lines.end(),
                                                    [](auto& line) { return !trim(line).empty(); });
                    check_widget(content, page.path, below == lines.end() ? "" : *below);
                } catch (const std::runtime_error& e) {
                    problem(n, e.what());
                }
            } else if (word == "/text") {
                if (page.blocks.empty() || page.blocks.back().end != n + 1)
                    problem(n, "this /text ends nothing; expected <!-- text: FILE --> above it: add it, or remove this "
                               "line");
            } else if (word == "claim") {
                const std::string id = content.substr(std::min(word.size() + 1, content.size()));
                if (id.find_first_not_of("0123456789.") != id.npos || id.find('.') == id.npos ||
                    page.text.compare(at, end - at, "<!-- claim " + id + " -->") != 0)
                    problem(n, "this mark is malformed; expected <!-- claim 2.3 -->: correct it, or begin the comment "
                               "with another word");
                else if (trim(page.text.substr(start[n], at - start[n]), " >\t").empty())
                    problem(n, "this mark begins its line, where a code host takes it for a block; expected it right "
                               "behind a number or a sentence: move it");
                else
                    page.marks.push_back({at, id});
            } else if (word == "numbers") {
                if (!content.starts_with("numbers:") || content.find_first_of("0123456789") == content.npos ||
                    content.find_first_not_of(" \t\n0123456789.,'", 8) != content.npos)
                    problem(n, "this list of numbers is malformed; expected \"numbers: 2010 2016\": correct it, or "
                               "begin the comment with another word");
                mark(at, end, allowed);
            }
            while (start[n + 1] < end) ++n;
            at = end;
        }
    }
    return page;
}

std::vector<Change> stale_blocks(Page& page)
{
    const Lines lines = split(page.text);
    std::vector<Change> changes;
    for (const Block& block : page.blocks) {
        try {
            const auto at = [&](std::size_t n) { return lines.begin() + std::ptrdiff_t(n); };
            Change change{block, {at(block.begin), at(block.end)}, wanted(block, page.path)};
            if (change.before != change.after) changes.push_back(change);
        } catch (const std::runtime_error& e) {
            page.problems.push_back({block.line, e.what()});
        }
    }
    return changes;
}

void replace(const fs::path& path, const std::string& before, const std::string& after)
{
    const fs::path target = fs::canonical(path);  // where a link leads
    const fs::path temporary = target.string() + ".weaving";
    std::FILE* stream = std::fopen(temporary.c_str(), "wbx");
    if (!stream)
        fail("cannot write " + temporary.string() + " (" + std::strerror(errno) +
             "); expected a folder that can be written, without this file; " + path.string() + " is as it was");
    bool written = std::fwrite(after.data(), 1, after.size(), stream) == after.size();
    written = std::fclose(stream) == 0 && written;
    std::error_code error;
    if (written) fs::permissions(temporary, fs::status(target).permissions(), error);
    written = written && !error && read(target) == before;
    if (written) fs::rename(temporary, target, error);
    if (written && !error) return;
    std::error_code ignored;
    fs::remove(temporary, ignored);
    fail("cannot replace " + path.string() + " (" + (error ? error.message() : "disk full, or the page just changed") +
         "); it is as it was: try again");
}

int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err)
{
    const bool check = !arguments.empty() && arguments[0] == "--check";
    const Lines paths(arguments.begin() + check, arguments.end());
    if (paths.empty() || std::any_of(paths.begin(), paths.end(), [](auto& s) { return s.starts_with('-'); })) {
        err << "usage: weave [--check] PAGE...\n"
               "Writes the listings and the output into Markdown pages; with --check, tells which are stale.\n";
        return 2;
    }
    int status = 0;
    for (const std::string& path : paths) {
        try {
            Page page = read_page(path);
            const std::vector<Change> changes = stale_blocks(page);
            const bool write = !check && page.problems.empty() && !changes.empty();
            const std::string was = page.text;
            if (write) page = take_apart(path, woven(was, changes));  // its numbers and links are those that count
            std::vector<Problem> problems = page.problems;
            for (const Problem& p : check_prose(page)) problems.push_back(p);
            if (write) {
                replace(path, was, page.text);
                out << path << ": " << changes.size() << (changes.size() == 1 ? " block" : " blocks") << " written\n";
            }
            std::stable_sort(problems.begin(), problems.end(), [](auto& a, auto& b) { return a.line < b.line; });
            for (const Problem& p : problems) err << path << ':' << p.line << ": " << p.text << '\n';
            if (!problems.empty() || (check && !changes.empty())) status = std::max(status, 1);
            if (!check) continue;
            for (const auto& [block, before, after] : changes)
                err << path << ':' << block.line << ": this block is not what " << block.path
                    << (block.tag.empty() ? "" : "#" + block.tag) << " holds; expected the + lines: run weave\n"
                    << diff(before, after, block.begin + 1);
        } catch (const std::exception& e) {
            err << "weave: " << path << ": " << e.what() << '\n';
            status = 2;
        }
    }
    return status;
}

}  // namespace weave
