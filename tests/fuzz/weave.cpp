// The weaver. The input is a workbook of one chapter: a page and its sources, one after another, with a line
// "=== FILE" before each source. Whatever the page holds: checking it changes nothing, weaving it changes its blocks
// alone, a page without problems is woven after it was woven, and each problem has its line.
#include "fuzz.hpp"
#include "weave.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using fuzz::require;

fs::path make_folder()
{
    std::string name = (fs::temp_directory_path() / "fuzz_weave_XXXXXX").string();
    require(mkdtemp(name.data()) != nullptr, "a temporary folder");
    return name;
}

// A folder for this process, gone at its end.
struct Folder {
    const fs::path root = make_folder(), chapter = root / "chapters/01_demo", page = chapter / "README.md";

    Folder()
    {
        fs::create_directories(chapter);
        fs::create_directories(root / "docs/widgets");
        write(root / "docs/widgets/neuron.js", "widgets.neuron = {};\n");
    }
    ~Folder() { fs::remove_all(root); }

    static void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
};

std::string raw(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

struct Result {
    int status;
    std::string err;
};

Result weave_page(const fs::path& page, bool check)
{
    std::ostringstream out, err;
    std::vector<std::string> arguments{page.string()};
    if (check) arguments.insert(arguments.begin(), "--check");
    const int status = weave::run(arguments, out, err);
    return {status, err.str()};
}

// The page without its blocks: what weaving may not touch.
std::string without_blocks(const weave::Page& page)
{
    const weave::Lines lines = weave::split(page.text);
    std::string rest;
    std::size_t n = 0;
    for (const weave::Block& block : page.blocks) {
        require(n <= block.begin && block.begin <= block.end && block.end <= lines.size(), "blocks overlap");
        for (; n < block.begin; ++n) rest += lines[n] + "\n";
        n = block.end;
    }
    for (; n < lines.size(); ++n) rest += lines[n] + "\n";
    return rest;
}

// Each problem begins with "PAGE:LINE: " or "weave: PAGE: "; what a diff shows, with + - @.
void check_messages(const std::string& err, const std::string& page, std::size_t lines)
{
    std::istringstream stream(err);
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with(page + ":")) continue;
        const std::size_t n = std::strtoul(line.c_str() + page.size() + 1, nullptr, 10);
        require(1 <= n && n <= lines, "a problem in a line that is not there: ", line);
    }
}

void check(const fs::path& path)
{
    const std::string before = raw(path);
    const Result checked = weave_page(path, true);
    require(raw(path) == before, "--check changed the page");
    require(checked.status >= 0 && checked.status <= 2, "the status");
    require((checked.status == 0) == checked.err.empty(), "a status without a message: ", checked.err);
    const Result woven = weave_page(path, false);
    const std::string after = raw(path);
    require(checked.status != 0 || after == before, "nothing was stale, and yet something was written");
    require(woven.status != 2 || after == before, "what could not be done was done: ", woven.err);
    require(!fs::exists(path.string() + ".weaving"), "the temporary file was left");
    if (before.find('\r') != std::string::npos) {
        require(checked.status == 2 && woven.status == 2, "CRLF line ends");
        return;
    }

    Folder::write(path, before);
    const weave::Page page = weave::read_page(path);
    require(page.text == before && page.kinds.size() == page.text.size(), "each byte has a kind");
    check_messages(checked.err, path.string(), weave::split(before).size());
    Folder::write(path, after);
    if (woven.status != 0 && after == before) return;
    const weave::Page again = weave::read_page(path);
    require(without_blocks(again) == without_blocks(page), "weaving changed more than its blocks");
    require(again.blocks.size() == page.blocks.size(), "weaving made or lost a block");
    weave_page(path, false);
    require(raw(path) == after, "weaving twice is not weaving once");
    const Result rechecked = weave_page(path, true);
    require(rechecked.status == woven.status && rechecked.err == woven.err, "not woven: ", rechecked.err);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Folder folder;
    const std::string input(reinterpret_cast<const char*>(data), size);
    // The sources behind the page, each after its line; a source that this input does not have is empty.
    std::size_t end = input.size();
    for (const char* name : {"task.md", "claims.cpp", "expected.txt", "program.cpp"}) {
        const std::string line = std::string("\n=== ") + name + "\n";
        const std::size_t at = input.rfind(line, end);
        const bool there = at != std::string::npos && at + line.size() <= end;
        Folder::write(folder.chapter / name, there ? input.substr(at + line.size(), end - at - line.size()) : "");
        if (there) end = at;
    }
    Folder::write(folder.page, input.substr(0, end));
    check(folder.page);
    return 0;
}
