// What holds for the folders of the chapters: their claims and their tests are the same list.
#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path chapters = FOLDER "/../chapters";

std::string read(const fs::path& path)
{
    std::ifstream file(path);
    INFO("cannot read " << path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> chapter_folders()
{
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(chapters))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

// What the first group of the pattern finds in the text, mapped to the second.
std::multimap<std::string, std::string> found(const std::string& text, const char* pattern)
{
    std::multimap<std::string, std::string> result;
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        result.emplace((*match)[1], (*match)[2]);
    return result;
}

// The text of docs/trust.md below the heading, up to the next one.
std::string trust(const std::string& heading)
{
    const std::string page = read(chapters / "../docs/trust.md");
    const std::size_t at = page.find("\n## " + heading + "\n");
    INFO(heading);
    REQUIRE(at != std::string::npos);
    return page.substr(at, page.find("\n## ", at + 1) - at);
}

// The repository's files whose names end so.
std::vector<fs::path> files_ending(const std::string& ending)
{
    std::vector<fs::path> files;
    for (const char* top : {"chapters", "common", "docs", "plots", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(chapters / ".." / top))
            if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
    return files;
}

// Whether a paragraph that begins with a title, **as this.**, has this text: the book's errata are such paragraphs.
bool has_paragraph(const std::string& page, const std::string& text)
{
    for (std::size_t at = 0; (at = page.find("\n\n**", at)) != std::string::npos; ++at)
        if (page.substr(at, page.find("\n\n", at + 2) - at).find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("repository: each claim that a chapter lists has one test and each test its claim")
{
    int claims = 0;
    for (const fs::path& folder : chapter_folders()) {
        const auto listed = found(read(folder / "README.md"), R"(\n\| (\d+\.\d+) \| (\w+) \|)");
        const auto tested = found(read(folder / "claims.cpp"), R"re(\nTEST_CASE\("(\d+\.\d+) ([^"]*)")re");
        const auto tests = found(read(folder / "claims.cpp"), R"re(\nTEST_CASE\(("[^"]*)(")\))re");
        CHECK(tested.size() == tests.size());  // no test without an id

        const std::string chapter = std::to_string(std::stoi(folder.filename().string()));
        for (const auto& [id, kind] : listed) {
            INFO("claim " << id << " in " << folder.filename());
            CHECK(id.starts_with(chapter + "."));
            CHECK(listed.count(id) == 1);
            CHECK(tested.count(id) == 1);
            CHECK((kind == "printed" || kind == "stated" || kind == "erratum"));
            if (kind == "erratum") CHECK(has_paragraph(read(folder / "README.md"), "<!-- claim " + id + " -->"));
            if (tested.count(id) == 1)
                CHECK(tested.find(id)->second.starts_with("erratum: ") == (kind == "erratum"));
        }
        for (const auto& [id, name] : tested) {
            INFO("test " << id << " in " << folder.filename());
            CHECK(listed.count(id) == 1);
        }
        for (std::size_t n = 1; n <= listed.size(); ++n)  // 4.1, 4.2, ... without a gap
            CHECK(listed.count(chapter + "." + std::to_string(n)) == 1);
        if (std::stoi(chapter) <= 7) claims += static_cast<int>(listed.size());
    }
    CHECK(claims == 43);  // the article's
}

TEST_CASE("repository: each chapter folder is complete and in the build")
{
    const std::string build = read(chapters / "CMakeLists.txt");
    CHECK(chapter_folders().size() >= 7);
    for (const fs::path& folder : chapter_folders()) {
        const std::string name = folder.filename().string();
        INFO(name);
        CHECK(std::regex_match(name, std::regex(R"(\d\d_[a-z_]+)")));
        for (const char* file : {"README.md", "program.cpp", "expected.txt", "claims.cpp"})
            CHECK(fs::exists(folder / file));
        CHECK(build.find("add_chapter(" + name + ")") != std::string::npos);
        const std::string program = read(folder / "program.cpp");
        CHECK(std::count(program.begin(), program.end(), '\n') <= 120);
    }
}

TEST_CASE("repository: each chapter shows its figure and each figure is drawn by a program")
{
    const fs::path plots = chapters / "../plots";
    int figures = 0;
    for (const auto& entry : fs::directory_iterator(plots)) {
        if (entry.path().extension() != ".svg") continue;
        const std::string name = entry.path().stem().string();
        INFO(name);
        CHECK(fs::exists(plots / (name + ".cpp")));
        CHECK(read(plots / "CMakeLists.txt").find("add_figure(" + name + ")") != std::string::npos);
        CHECK(read(chapters / name / "README.md").find("](../../plots/" + name + ".svg)") != std::string::npos);
        CHECK(read(chapters / "../README.md").find("\"plots/" + name + ".svg\"") != std::string::npos);
        ++figures;
    }
    CHECK(figures == static_cast<int>(chapter_folders().size()));
}

TEST_CASE("repository: no test has a name that CTest and Catch2 read differently")
{
    int names = 0;
    for (const char* top : {"chapters", "plots", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(chapters / ".." / top)) {
            if (entry.path().extension() != ".cpp") continue;
            for (const auto& [name, rest] : found(read(entry.path()), R"re(\nTEST_CASE\("([^"]*)("))re")) {
                INFO(name << " in " << entry.path());
                CHECK(name.find_first_of(";[]*~\\") == std::string::npos);
                ++names;
            }
        }
    CHECK(names > 70);
}

TEST_CASE("repository: the list of dependencies has what the scripts install and nothing else")
{
    std::set<std::string> listed, used;
    const auto names = [](const std::string& text, const char* pattern) {
        std::set<std::string> result;
        for (const auto& [name, rest] : found(text, pattern)) result.insert(name);
        return result;
    };
    const std::string table = trust("Dependencies");
    for (const auto& [row, rest] : found(table, R"(\n\| (`[^|]*) \|())")) listed.merge(names(row, R"(`([^`]*)`())"));

    std::string scripts = read(chapters / "../workbook");
    for (const fs::path& path : files_ending("commands.sh")) scripts += read(path);
    scripts += read(chapters / "../tests/everywhere.sh");
    used = names(scripts, R"re(\bneed "?([-+.\w$]*[-+\w])"? "[^"]*" ())re");
    CHECK(used.erase("g++-$name-linux-gnu") == 1);
    used.insert("g++-ARCH-linux-gnu");
    for (const auto& [list, rest] : found(read(chapters / "../.ci/run"), R"(--no-install-recommends ([-+.\w ]*)())"))
        used.merge(names(list, R"(([^ ]+)())"));
    used.merge(names(read(chapters / "../docs/package.json"), R"re("([-\w]+)": "\d())re"));
    CHECK(used == listed);
}

TEST_CASE("repository: each fault that is listed names checks that are made")
{
    std::string scripts;
    for (const fs::path& path : files_ending("_test.sh")) scripts += read(path);
    scripts = std::regex_replace(scripts, std::regex(R"(\$\w+)"), "...");  // the list has ... for $moment
    int checks = 0;
    for (const auto& [cell, rest] : found(trust("Faults"), R"(\n\|[^|]*\|[^|]*\| (`[^|]*) \|())"))
        for (const auto& [name, after] : found(cell, R"(`([^`]*)`())")) {
            INFO(name);
            CHECK((scripts.find("check \"" + name + "\"") != std::string::npos ||
                   scripts.find("refused \"" + name + "\"") != std::string::npos));
            ++checks;
        }
    CHECK(checks > 20);
}
