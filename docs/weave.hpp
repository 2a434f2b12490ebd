/// @file
/// The weaver: puts listings and output into Markdown pages, and holds a page's numbers and links to their sources.
///
/// A marker stands alone on its line; the fenced block after it belongs to it, is written by the weaver, and is added
/// where there is none. Paths are relative to the page's folder.
///
///     <!-- listing: program.cpp#forward -->                      the lines between // [forward] and // [/forward]
///     <!-- listing: program.cpp -->                              the whole file, without the lines of its tags
///     <!-- output: expected.txt -->                              the whole file
///     <!-- output: expected.txt from "Logits" to "Sum" -->       the lines from the first with "Logits" to "Sum"
///     <!-- output: expected.txt from "Logits" -->                ... to the next empty line
///
///     <!-- text: exercise/1_sum/task.md -->                      Markdown, up to the line <!-- /text -->
///
/// The book puts a widget in place of the next marker and the paragraph below it, which is read where scripts are off.
/// There must be such a widget, in docs/widgets/.
///
///     <!-- widget: neuron -->
///
/// A number in the prose that has a decimal point, a thousands separator, an exponent or three digits must occur in the
/// chapter's expected.txt, claims.cpp or program.cpp. Prose is all that a reader sees and no program wrote: formulas,
/// inline code, and fenced blocks of text without a marker, too. Numbers from elsewhere (years) are allowed by name:
///
///     <!-- numbers: 2010 2016 -->
///
/// A mark binds a number or a sentence of a chapter to the claim that verifies it. It stands right behind, as in
/// 0.67<!-- claim 2.3 -->, and the book shows it. The claim is one of the page's own table (a row
/// `| 2.3 | printed | ...`), and a number before the mark is one of that row or of the claim's TEST_CASE. Each claim of
/// the table has a mark.
///
/// Left out: headings underlined with === or ---, fragments in other files than pages, links with a scheme (https:).
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

/// The weaver.
namespace weave {

using Lines = std::vector<std::string>;

/// Something wrong in a page.
struct Problem {
    std::size_t line;  ///< in the page, from 1
    std::string text;  ///< what is wrong, what was expected, what to do
};

/// A marker and the fenced block that belongs to it.
struct Block {
    std::size_t line = 0;            ///< the marker's, from 1
    std::string prefix;              ///< what stands before the marker: spaces, or the > of a quotation
    bool is_output = false;          ///< not a listing
    bool is_text = false;            ///< Markdown, which ends at <!-- /text -->
    std::string path, tag;           ///< the source, and its region (empty: the whole file)
    std::string from, to;            ///< for output: texts in the first and in the last line (empty: not given)
    std::size_t begin = 0, end = 0;  ///< lines [begin, end) of the fenced block, from 0; equal when there is none
    std::string language;            ///< of the fenced block, "cpp"
};

/// <!-- claim 2.3 -->
struct Mark {
    std::size_t at;     ///< of the comment, in the page's text
    std::string claim;  ///< "2.3"
};

/// What a byte of a page is.
enum Kind : char {
    hidden = '-',   // comments, woven blocks, code blocks, link targets, tags
    prose = 'p',    // text
    code = 'c',     // inline code, and blocks of text
    math = 'm',     // formulas
    file = 'f',     // inline code that is a path: seen, but its digits are no numbers
    allowed = 'a',  // the list in <!-- numbers: ... -->
};

/// A page, taken apart.
struct Page {
    std::filesystem::path path;
    std::string text;
    std::string kinds;  ///< a Kind for each byte of text
    std::vector<Block> blocks;
    std::vector<Mark> marks;
    std::vector<Problem> problems;  ///< in markers and fences
};

/// A fenced block that differs from its source.
struct Change {
    Block block;
    Lines before, after;
};

/// A file's text. @throws std::runtime_error when it is no readable file or has CRLF line ends.
std::string read(const std::filesystem::path& path);

/// The lines of a text; the last one is empty when the text ends with a newline.
Lines split(const std::string& text);

/// Takes a page apart into blocks and prose. @throws std::runtime_error as read() does.
Page read_page(const std::filesystem::path& path);

/// The same for the given text, which the page at `path` has or may get.
Page take_apart(const std::filesystem::path& path, const std::string& text);

/// Compares each block with its source; gives the stale ones and adds what is wrong to page.problems.
std::vector<Change> stale_blocks(Page& page);

/// The page's numbers that have no source, its wrong and missing marks, its dead links and its images without
/// alternative text.
std::vector<Problem> check_prose(const Page& page);

/// Replaces the text of a file at once or not at all, keeping its permissions: a new file beside it takes its name.
/// @throws std::runtime_error when that fails, or when the file no longer holds the text `before`.
void replace(const std::filesystem::path& path, const std::string& before, const std::string& after);

/// The command `weave [--check] PAGE...`. Its exit status: 0 all is well, 1 something is stale or wrong, 2 it could not
/// be done (usage, a file that cannot be read or written).
int run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace weave
