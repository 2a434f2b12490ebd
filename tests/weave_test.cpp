// The weaver: pages in a temporary folder, made like the workbook's (chapters/01_demo/README.md).
#include "catch.hpp"
#include "weave.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// A workbook of one chapter, gone at the end of the test.
struct Workbook {
    fs::path root = make_root(), chapter = root / "chapters/01_demo", page = chapter / "README.md";
    std::string out, err;

    Workbook()
    {
        write(chapter / "program.cpp", "#include <cstdio>\n\n"
                                       "int main()\n{\n"
                                       "    // [all]\n"
                                       "    // [sum]\n"
                                       "    for (int i = 0; i < 3; ++i)\n"
                                       "        total += 0.25 * i;\n"
                                       "\n"
                                       "    // [/sum]\n"
                                       "    std::printf(\"%.3f %8.4f\\n\", total);\n"
                                       "    // [/all]\n"
                                       "}\n");
        write(chapter / "expected.txt", "Logits\n[0.6700 -1.5]\n\nSum of 19,210\n1.25e+08\n\nend\n");
        write(chapter / "claims.cpp", "TEST_CASE(\"1.2 it has 405'853'388'800 parameters\")\n"
                                      "\"two lines\\n512 %-7.1f %+7.2f\"\n");
    }
    ~Workbook() { fs::remove_all(root); }

    static fs::path make_root()
    {
        std::string name = (fs::temp_directory_path() / "weave_test_XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        return fs::path(name);
    }
    static void write(const fs::path& path, const std::string& text)
    {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    std::string text() const { return weave::read(page); }

    int run(std::vector<std::string> arguments)
    {
        std::ostringstream o, e;
        const int status = weave::run(arguments, o, e);
        out = o.str();
        err = e.str();
        return status;
    }
    int check(const std::string& text)
    {
        write(page, text);
        return run({"--check", page.string()});
    }
    int weave(const std::string& text)
    {
        write(page, text);
        return run({page.string()});
    }
    // The errors of a page, which must be there and must leave the page alone.
    std::string errors(const std::string& text)
    {
        const int status = weave(text);
        INFO(text);
        CHECK(status == 1);
        CHECK(this->text() == text);
        return err;
    }
    std::string errors_with_program(const std::string& program)
    {
        write(chapter / "program.cpp", program);
        return errors("<!-- listing: program.cpp#a -->\n");
    }
    std::string prose(const std::string& text)  // what check says about it
    {
        const int status = check(text);
        INFO(text);
        CHECK(status == (err.empty() ? 0 : 1));
        return err;
    }
};

const std::string sum = "```cpp\nfor (int i = 0; i < 3; ++i)\n    total += 0.25 * i;\n```\n";

}  // namespace

TEST_CASE("weave: a region of a source is added under its marker without its indentation")
{
    Workbook book;
    CHECK(book.weave("# Page\n\n<!-- listing: program.cpp#sum -->\nText.\n") == 0);
    CHECK(book.text() == "# Page\n\n<!-- listing: program.cpp#sum -->\n" + sum + "Text.\n");
    CHECK(book.out == book.page.string() + ": 1 block written\n");
}

TEST_CASE("weave: a stale block is replaced and all else stays")
{
    Workbook book;
    const std::string before = "ä – 日本  \n\n\t<!-- a comment -->\n<!-- listing: program.cpp#sum -->\n\n",
                      after = "tail\n\n\n```sh\nls   \n```\nno newline";
    CHECK(book.weave(before + "~~~cpp\nold 3.5\n~~~\n" + after) == 0);
    CHECK(book.text() == before + sum + after);
}

TEST_CASE("weave: a second run changes nothing and says nothing")
{
    Workbook book;
    CHECK(book.weave("<!-- listing: program.cpp#all -->\n\n<!-- output: expected.txt -->") == 0);
    CHECK(book.out.find("2 blocks written") != std::string::npos);
    const std::string text = book.text();
    CHECK(text.ends_with("end\n```"));  // the page had no newline at its end
    const auto time = fs::last_write_time(book.page);
    CHECK(book.run({book.page.string()}) == 0);
    CHECK(book.out + book.err == "");
    CHECK(book.text() == text);
    CHECK(fs::last_write_time(book.page) == time);
    CHECK(book.run({"--check", book.page.string()}) == 0);
    CHECK(book.out + book.err == "");
}

TEST_CASE("weave: nested regions and whole files come without tag lines")
{
    Workbook book;
    book.weave("<!-- listing: program.cpp#all -->\n");
    CHECK(book.text() == "<!-- listing: program.cpp#all -->\n```cpp\nfor (int i = 0; i < 3; ++i)\n"
                         "    total += 0.25 * i;\n\nstd::printf(\"%.3f %8.4f\\n\", total);\n```\n");
    book.weave("<!-- listing: program.cpp -->\n");
    CHECK_THAT(book.text(), ContainsSubstring("```cpp\n#include <cstdio>\n\nint main()\n{\n    for (int"));
    CHECK(book.text().find("[") == std::string::npos);
}

TEST_CASE("weave: a source may lie in another folder and be another language")
{
    Workbook book;
    Workbook::write(book.root / "common/nn/linear.hpp", "// [forward]\nreturn x;\n// [/forward]\n");
    Workbook::write(book.root / "run.sh", "ls\n");
    CHECK(book.weave("<!-- listing: ../../common/nn/linear.hpp#forward -->\n\n<!-- listing: ../../run.sh -->\n") == 0);
    CHECK(book.text() == "<!-- listing: ../../common/nn/linear.hpp#forward -->\n```cpp\nreturn x;\n```\n\n"
                         "<!-- listing: ../../run.sh -->\n```sh\nls\n```\n");
}

TEST_CASE("weave: output comes whole or in part")
{
    Workbook book;
    const auto block = [&](const std::string& marker) {
        book.weave("<!-- output: expected.txt" + marker + " -->\n");
        return book.text().substr(book.text().find('\n') + 1);
    };
    CHECK(block("") == "```text\nLogits\n[0.6700 -1.5]\n\nSum of 19,210\n1.25e+08\n\nend\n```\n");
    CHECK(block(" from \"Logits\" to \"Sum\"") == "```text\nLogits\n[0.6700 -1.5]\n\nSum of 19,210\n```\n");
    CHECK(block(" from \"Sum of\" to \"Sum of\"") == "```text\nSum of 19,210\n```\n");
    CHECK(block(" from \"ogits\"") == "```text\nLogits\n[0.6700 -1.5]\n```\n");
    CHECK(block(" from \"end\"") == "```text\nend\n```\n");
}

TEST_CASE("weave: in a list or a quotation the block stands as its marker stands")
{
    Workbook book;
    CHECK(book.weave("- item\n\n  <!-- output: expected.txt from \"Logits\" to \"Sum\" -->\n\n"
                     "> <!-- output: expected.txt from \"Logits\" to \"Sum\" -->\n") == 0);
    CHECK_THAT(book.text(),
               ContainsSubstring("\n  ```text\n  Logits\n  [0.6700 -1.5]\n\n  Sum of 19,210\n  ```\n") &&
                   ContainsSubstring("\n> ```text\n> Logits\n> [0.6700 -1.5]\n>\n> Sum of 19,210\n> ```\n"));
    CHECK(book.run({"--check", book.page.string()}) == 0);
}

TEST_CASE("weave: a block that is a list's own is not the marker's")
{
    Workbook book;
    const std::string marker = "<!-- output: expected.txt from \"end\" -->\n", item = "- ```text\n  mine\n  ```\n";
    CHECK(book.weave(marker + item) == 0);
    CHECK(book.text() == marker + "```text\nend\n```\n" + item);
}

TEST_CASE("weave: a fence is longer than any in its content")
{
    Workbook book;
    Workbook::write(book.chapter / "expected.txt", "a\n````\n```\nb\n");
    CHECK(book.weave("<!-- output: expected.txt -->\n") == 0);
    CHECK(book.text() == "<!-- output: expected.txt -->\n`````text\na\n````\n```\nb\n`````\n");
    CHECK(book.run({"--check", book.page.string()}) == 0);
    CHECK(book.err == "");
}

TEST_CASE("weave: markers in code and in comments are text")
{
    Workbook book;
    const std::string text = "Write `<!-- listing: a.cpp -->`.\n\n```md\n<!-- listing: b.cpp -->\n```\n\n"
                             "<!-- off:\n```cpp\n<!-- listing: c.cpp\n```\n-->\n";
    CHECK(book.weave(text) == 0);
    CHECK(book.err == "");
    CHECK(book.text() == text);
}

TEST_CASE("weave: permissions stay and a link to a page is followed")
{
    Workbook book;
    Workbook::write(book.page, "<!-- listing: program.cpp#sum -->\n");
    fs::permissions(book.page, fs::perms(0640));
    fs::create_symlink(book.page, book.root / "link.md");
    CHECK(book.run({(book.root / "link.md").string()}) == 1);  // its marker's path is as seen from the link
    fs::create_symlink(book.page.filename(), book.chapter / "link.md");
    CHECK(book.run({(book.chapter / "link.md").string()}) == 0);
    CHECK(book.text() == "<!-- listing: program.cpp#sum -->\n" + sum);
    CHECK(fs::status(book.page).permissions() == fs::perms(0640));
    CHECK(fs::is_symlink(book.chapter / "link.md"));
}

TEST_CASE("weave: what is wrong with a marker is told with its line and the page stays")
{
    Workbook book;
    const std::string at = book.page.string() + ":3: ";
    CHECK_THAT(book.errors("\n\n<!-- listing: missing.cpp -->\n"),
               ContainsSubstring(at + "cannot read ") && ContainsSubstring("missing.cpp; expected a file"));
    CHECK_THAT(book.errors("\n\n<!-- listing: program.cpp#none -->\n"),
               ContainsSubstring(at + "program.cpp has no region [none]; it has all, sum"));
    CHECK_THAT(book.errors("\n\n<!-- output: expected.txt from \"Logit\" to \"Nothing\" -->\n"),
               ContainsSubstring(at + "no line of expected.txt at or after \"Logit\" contains \"Nothing\""));
    CHECK_THAT(book.errors("\n\n<!-- output: expected.txt from \"Sum\" to \"Logits\" -->\n"),
               ContainsSubstring(at + "no line of expected.txt at or after \"Sum\" contains \"Logits\""));
    CHECK_THAT(book.errors("\n\n<!-- output: expected.txt from \"Nothing\" -->\n"),
               ContainsSubstring(at + "no line of expected.txt contains \"Nothing\""));
    for (const char* marker : {"listing program.cpp", "listing:", "listing: program.cpp#", "listing: program.cpp #sum",
                               "output: expected.txt from Logits", "output: expected.txt to \"Sum\"",
                               "output: expected.txt#sum", "listing: program.cpp\nsum"})
        CHECK_THAT(book.errors("\n\n<!-- " + std::string(marker) + " -->\n"),
                   ContainsSubstring(at + "this marker is malformed; expected \"listing: FILE\""));
    CHECK_THAT(book.errors("\n\nSee <!-- listing: program.cpp -->\n"),
               ContainsSubstring(at + "this marker shares its line"));
    CHECK_THAT(book.errors("\n\n<!-- listing: program.cpp\n"), ContainsSubstring(at + "this comment is not closed"));
    for (const char* list : {"two", "", "2010 and 2016"})
        CHECK_THAT(book.errors("\n\n<!-- numbers: " + std::string(list) + " -->\n"),
                   ContainsSubstring(at + "this list of numbers is malformed"));
}

TEST_CASE("weave: one error keeps the whole page as it is but not the others")
{
    Workbook book;
    Workbook::write(book.chapter / "b.md", "<!-- listing: program.cpp#sum -->\n");
    Workbook::write(book.page, "<!-- listing: program.cpp#sum -->\n\n<!-- listing: program.cpp#none -->\n");
    CHECK(book.run({book.page.string(), (book.chapter / "b.md").string()}) == 1);
    CHECK(book.text() == "<!-- listing: program.cpp#sum -->\n\n<!-- listing: program.cpp#none -->\n");
    CHECK(weave::read(book.chapter / "b.md") == "<!-- listing: program.cpp#sum -->\n" + sum);
}

TEST_CASE("weave: what is wrong with fenced blocks is told")
{
    Workbook book;
    const std::string at = book.page.string() + ":3: ";
    for (const char* fence : {"```cpp", "~~~ C++", "> ```cpp", "- ```hpp"})
        CHECK_THAT(book.errors("\n\n" + std::string(fence) + "\nint x;\n" + (fence[0] == '~' ? "~~~" : "```") + "\n"),
                   ContainsSubstring(at + "this block of C++ has no marker"));
    CHECK_THAT(book.errors("<!-- listing: program.cpp -->\nText.\n```cpp\nint x;\n```\n"),
               ContainsSubstring(at + "this block of C++ has no marker"));
    CHECK_THAT(book.errors("\n\n```text\nint x;\n``\n"), ContainsSubstring(at + "this fence is not closed"));
    CHECK_THAT(book.errors("\n\n````text\nint x;\n```\n"),
               ContainsSubstring(at + "this fence is not closed; expected a "
                                      "line ````"));
    CHECK_THAT(book.errors("\n\n<!-- listing: program.cpp -->\n```sh\nmine\n```\n"),
               ContainsSubstring(at + "the block after this marker is ```sh; expected ```cpp"));
}

TEST_CASE("weave: what is wrong with regions is told with the line of the source")
{
    Workbook book;
    CHECK_THAT(book.errors_with_program("// [a]\nx\n// [/a]\n// [a]\ny\n// [/a]\n"),
               ContainsSubstring(book.page.string() + ":1: program.cpp:4: [a] is opened twice, first in line 1"));
    CHECK_THAT(book.errors_with_program("x\n// [/a]\n"),
               ContainsSubstring("program.cpp:2: [/a] closes what is not open"));
    CHECK_THAT(book.errors_with_program("// [a]\nx\n"), ContainsSubstring("program.cpp:1: [a] is not closed"));
    CHECK_THAT(book.errors_with_program("// [a]\n// [b]\nx\n// [/a]\n// [/b]\n"),
               ContainsSubstring("program.cpp:4: [/a] crosses [b], opened in line 2"));
    CHECK_THAT(book.errors_with_program("// [a]\n\n// [/a]\n"), ContainsSubstring("program.cpp#a is empty"));
    CHECK_THAT(book.errors_with_program("x // [a]\n"), ContainsSubstring("program.cpp has no region [a]; it has none"));
}

TEST_CASE("weave: CRLF line ends are refused in pages and in sources")
{
    Workbook book;
    CHECK(book.weave("Text.\r\n") == 2);
    CHECK_THAT(book.err, ContainsSubstring("README.md has CRLF line ends"));
    Workbook::write(book.chapter / "a.hpp", "x;\r\n");
    CHECK_THAT(book.errors("<!-- listing: a.hpp -->\n"), ContainsSubstring("README.md:1: ") &&
                                                            ContainsSubstring("a.hpp has CRLF line ends"));
}

TEST_CASE("weave: a page that cannot be written stays whole and the status is 2")
{
    Workbook book;
    const std::string text = "<!-- listing: program.cpp#sum -->\n";
    const fs::path in_the_way = book.page.string() + ".weaving";
    fs::create_directories(in_the_way);  // as root may write everywhere, a folder stands in for an unwritable one
    CHECK(book.weave(text) == 2);
    CHECK_THAT(book.err, ContainsSubstring("cannot write " + in_the_way.string()) && ContainsSubstring("as it was"));
    CHECK(std::count(book.err.begin(), book.err.end(), '\n') == 1);
    CHECK(book.text() == text);
    fs::remove(in_the_way);
    Workbook::write(in_the_way, "another weave's");
    CHECK(book.weave(text) == 2);
    CHECK(weave::read(in_the_way) == "another weave's");
}

TEST_CASE("weave: a page that changed meanwhile is not overwritten")
{
    Workbook book;
    Workbook::write(book.page, "saved by an editor\n");
    CHECK_THROWS_WITH(weave::replace(book.page, "what weave had read\n", "woven\n"), ContainsSubstring("just changed"));
    CHECK(book.text() == "saved by an editor\n");
    CHECK(!fs::exists(book.page.string() + ".weaving"));
}

TEST_CASE("weave: bad usage and unreadable pages have the status 2")
{
    Workbook book;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{}, {"--check"}, {"--chek", "x.md"}, {"-h"}}) {
        CHECK(book.run(arguments) == 2);
        CHECK_THAT(book.err, ContainsSubstring("usage: weave [--check] PAGE..."));
    }
    CHECK(book.run({"--check", (book.root / "none.md").string()}) == 2);
    CHECK_THAT(book.err, ContainsSubstring("cannot read " + (book.root / "none.md").string()));
    CHECK(book.run({book.root.string()}) == 2);
    CHECK_THAT(book.err, ContainsSubstring("cannot read " + book.root.string()));
}

TEST_CASE("weave --check: a stale block is shown as a diff and nothing is written")
{
    Workbook book;
    const std::string text = "# Page\n\n<!-- listing: program.cpp#all -->\n```cpp\nfor (int i = 0; i < 4; ++i)\n"
                             "    total += 0.25 * i;\n\nstd::printf(\"%.3f %8.4f\\n\", total);\nmore\n```\n";
    CHECK(book.check(text) == 1);
    CHECK(book.err ==
          book.page.string() +
              ":3: this block is not what program.cpp#all holds; expected the + lines: run "
              "weave\n@@ line 5 @@\n-for (int i = 0; i < 4; ++i)\n+for (int i = 0; i < 3; ++i)\n@@ line 9 @@\n-more\n");
    CHECK(book.text() == text);
    CHECK(book.check("<!-- listing: program.cpp#sum -->\n") == 1);
    CHECK_THAT(book.err, ContainsSubstring("README.md:1: ") &&
                             ContainsSubstring("@@ line 2 @@\n+```cpp\n+for (int i = 0; i < 3; ++i)\n"));
}

TEST_CASE("numbers: those of the output and the claims and the program have a source")
{
    Workbook book;
    for (const char* text :
         {"It is 0.67, then 0.6700.", "-0.67 or \u22120.67 or x \u2212 1.5", "19,210 and 19210",
          "19\u00a0210, 19\u202f210", "$19{,}210$ and $405\\,853\\,388\\,800$", "405,853,388,800",
          "`0.25` and `405'853'388'800`", "1.25e8 = 125,000,000", "6.7e-1", "512", "claim 1.2", "$x-0.67$ and $0.67x$"})
        CHECK(book.prose(text) == "");
}

TEST_CASE("numbers: what has no source is told with its line")
{
    Workbook book;
    CHECK_THAT(book.prose("\n\nIt is 0.67 and\n0.68."),
               ContainsSubstring(book.page.string() + ":4: the number 0.68 has no source; expected it in expected.txt, "
                                 "claims.cpp or program.cpp of 01_demo"));
    for (const char* text : {"0.6", "0.670001", ".68", "-1.6", "9,210", "19,211", "210", "x is 853.", "1.26e8", "1e7",
                             "2016", "405B", "1.2.5", "0.6.7", "1,9210", "7.1", "7.2", "5.3", "8.4", "0.3", "1000 %"})
        CHECK_THAT(book.prose("Here: " + std::string(text) + " it is"), ContainsSubstring(" has no source"));
}

TEST_CASE("numbers: short ones and those in names are free")
{
    Workbook book;
    for (const char* text : {"2 or 42 or 1/3", "```a``` b", "from $5 to fig-123\n\nand 5$", "5 $ fig-123 $",
                             "GPT-3.5, np.float64, C++20, H100, fig_123", "`float128`", "04_demo"})
        CHECK(book.prose(text) == "");
    CHECK_THAT(book.prose("19210,405 and 0,853"),
               ContainsSubstring("number 405 has") && ContainsSubstring("number 853 has"));
    CHECK_THAT(book.prose("Llama 3.1"), ContainsSubstring("number 3.1"));
    CHECK_THAT(book.prose("`x-0.68`"), ContainsSubstring("number 0.68"));
    CHECK_THAT(book.prose("$x-0.68$"), ContainsSubstring("number 0.68"));
    CHECK_THAT(book.prose("$$a\\cdot0.68$$"), ContainsSubstring("number 0.68"));
    CHECK_THAT(book.prose("$a_{123}$ and $0.68x$"),
               ContainsSubstring("number 123") && ContainsSubstring("number 0.68"));
}

TEST_CASE("numbers: formulas and tables and headings and alternative texts and text blocks are prose")
{
    Workbook book;
    Workbook::write(book.chapter / "a.svg", "");
    for (const char* text : {"```math\nz = 0.68\n```\n", "| a | 0.68 |\n|---|---|\n", "# 0.68\n", "![to 0.68](a.svg)",
                             "<img alt=\"to 0.68\" src=\"a.svg\">", "[0.68](a.svg)", "**0.68**", "```text\n0.68\n```\n",
                             "```\n0.68\n```\n", "<summary>0.68</summary>", "text\n> 0.68\n", "`a` 0.68 `b`",
                             "a $x$ costs 0.68 and $y$", "``` `` 0.68", "```a``` 0.68", "\\`./0.68/`",
                             "`x ``./0.68/`` `", "unpaired ` tick 0.68\n\nnext ` tick"})
        CHECK_THAT(book.prose(text), ContainsSubstring("number 0.68 has no source"));
}

TEST_CASE("numbers: code blocks and comments and targets and addresses and paths are not prose")
{
    Workbook book;
    Workbook::write(book.chapter / "a-0.68.svg", "");
    for (const char* text :
         {"```sh\nsleep 0.68\n```\n", "<!-- 0.68\n0.69 -->", "![a](a-0.68.svg)", "[a](a-0.68.svg \"b\")",
          "<img width=\"640\" alt=\"a\" src=\"a-0.68.svg\">", "https://x.org/0.68/", "<https://x.org/0.68>",
          "`a-0.68.svg` and `../b/0.68/`", "&#8722;1.5", "[a]: https://x.org/0.68\n"})
        CHECK(book.prose(text) == "");
}

TEST_CASE("numbers: a list in the page allows what is used and nothing else")
{
    Workbook book;
    CHECK(book.prose("<!-- numbers: 2016 3.1 -->\nIn 2016, Llama 3.1.") == "");
    CHECK_THAT(book.prose("<!-- numbers: 2016 -->\nIn 2016 and 2017."), ContainsSubstring(":2: the number 2017"));
    CHECK_THAT(book.prose("In 2016.\n\n<!-- numbers: 2016 2017 -->"),
               ContainsSubstring(":3: the number 2017 is allowed but not in this page"));
}

TEST_CASE("numbers: a page outside the chapters draws on all of them")
{
    Workbook book;
    Workbook::write(book.root / "chapters/02_more/expected.txt", "0.75\n");
    CHECK_THAT(book.prose("0.75"), ContainsSubstring("0.75 has no source"));
    book.page = book.root / "README.md";
    CHECK(book.prose("0.75 and 0.67") == "");
    book.page = book.root / "docs/deep/glossary.md";
    CHECK(book.prose("0.75 and 0.67") == "");
    CHECK_THAT(book.prose("0.76"), ContainsSubstring("program.cpp of any chapter"));
    book.page = book.root / "chapters/01_demo/exercise/README.md";
    CHECK_THAT(book.prose("0.67 and 0.75"), ContainsSubstring("0.75 has no source") && !ContainsSubstring("0.67"));
}

TEST_CASE("numbers: an unsourced number does not keep the listings from being refreshed")
{
    Workbook book;
    CHECK(book.weave("0.68\n\n<!-- listing: program.cpp#sum -->\n") == 1);
    CHECK_THAT(book.err, ContainsSubstring("0.68 has no source"));
    CHECK(book.text() == "0.68\n\n<!-- listing: program.cpp#sum -->\n" + sum);
}

TEST_CASE("marks: a number is held to the row and to the test of its claim")
{
    Workbook book;
    Workbook::write(book.chapter / "claims.cpp", "TEST_CASE(\"1.1 z is 0.67\")\n{\n    CHECK(19210 == n);\n}\n\n"
                                                 "TEST_CASE(\"1.2 half\")\n{\n    CHECK(x == 0.5);\n}\n");
    const std::string table = "\n\n| id | the article | claim |\n| --- | --- | --- |\n| 1.1 | printed | over 12 |\n"
                              "| 1.2 | stated | x |\n\nHalf.<!-- claim 1.2 -->\n";
    for (const char* text :
         {"It is 0.6700<!-- claim 1.1 -->.", "$z = 0.67$.<!-- claim 1.1 -->", "**19,210**<!-- claim 1.1 -->",
          "Over 12\nbillion<!-- claim 1.1 -->", "(0.67 %)<!-- claim 1.1 -->", "0.5, as 1.1 says:<!-- claim 1.1 -->"})
        CHECK(book.prose(text + table) == "");
    for (const char* text : {"0.5<!-- claim 1.1 -->", "$0.5$.<!-- claim 1.1 -->", "0.5\nmillion<!-- claim 1.1 -->",
                             "`0.5`<!-- claim 1.1 -->", "0.67 and 0.5 %.<!-- claim 1.1 -->"})
        CHECK_THAT(book.prose(std::string(text) + table),
                   ContainsSubstring(": the number 0.5 is marked as claim 1.1, which has no such number"));
    CHECK(book.weave("Here 0.67<!-- claim 1.1 -->." + table) == 0);
    CHECK(book.text() == "Here 0.67<!-- claim 1.1 -->." + table);  // the weaver keeps them
}

TEST_CASE("marks: of a claim that the page does not list and of none")
{
    Workbook book;
    const std::string table = "\n\n| id | the article | claim |\n| --- | --- | --- |\n| 1.1 | stated | x |\n";
    for (const char* mark : {"1.2", "2.1", "1.10"})
        CHECK_THAT(book.prose("It is.<!-- claim 1.1 -->\nSo.<!-- claim " + std::string(mark) + " -->" + table),
                   ContainsSubstring(":2: this mark is of claim ") && ContainsSubstring(", which this page does not"));
    for (const char* mark : {"<!-- claim: 1.1 -->", "<!-- claim -->", "<!-- claim 1 -->", "<!--claim 1.1-->",
                             "<!-- claim 1.1b -->", "<!-- claim 1.1\n-->"})
        CHECK_THAT(book.prose("It is.<!-- claim 1.1 -->\nSo." + std::string(mark) + table),
                   ContainsSubstring(":2: this mark is malformed; expected <!-- claim 2.3 -->"));
    for (const char* before : {"", "  ", "> "})
        CHECK_THAT(book.prose("It is.<!-- claim 1.1 -->\n" + std::string(before) + "<!-- claim 1.1 --> So." + table),
                   ContainsSubstring(":2: this mark begins its line"));
    CHECK_THAT(book.prose("It is." + table), ContainsSubstring(":5: claim 1.1 has no mark in this page"));
    CHECK_THAT(book.prose("`<!-- claim 1.1 -->`\n```\n<!-- claim 1.1 -->\n```\n" + table),
               ContainsSubstring("claim 1.1 has no mark in this page"));
    CHECK(book.prose("A table of numbers:\n\n| a | b |\n| --- | --- |\n| 0.67 | 512 |\n") == "");
}

TEST_CASE("links: files and folders and headings and anchors are found")
{
    Workbook book;
    Workbook::write(book.root / "docs/glossary.md",
                    "# The glossary\n## A `relu`, *x* & y\n## Same\n## Same ##\n## \u00dcber x \u2013 y\u2019s\n"
                    "## w\u00b7x\n## The [logit](../README.md) <a id=\"old\"></a>\n```text\n# Not this\n```\n");
    Workbook::write(book.root / "README.md", "# Front\n");
    Workbook::write(book.chapter / "x(1).md", "");
    CHECK(
        book.prose("# Here, now\n"
                   "[a](program.cpp) [b](../../docs) [c](#here-now) [d](../../docs/glossary.md#the-glossary)\n"
                   "[e](../../docs/glossary.md#a-relu-x--y) [f](../../docs/glossary.md#same) [two\n"
                   "lines](../../docs/glossary.md#same-1) [g](../../docs/glossary.md#old) [h](https://x.org/#y)\n"
                   "[i](../../docs/glossary.md#\u00dcber-x--ys) [j](../..#front) [k](<program.cpp> \"title\") [l][m]\n"
                   "[n](mailto:a@b.org) `[o](none)` \\[p](program.cpp) <a href=\"program.cpp\">q</a> $[r](none)$\n"
                   "[s](../../docs/glossary.md#the-logit-) [t](../../docs/glossary.md#wx) [u](x(1).md)\n\n[m]: "
                   "program.cpp\n") == "");
}

TEST_CASE("links: what leads nowhere is told")
{
    Workbook book;
    Workbook::write(book.root / "docs/glossary.md",
                    "# The glossary\n```text\n# Not this\n```\n<!--\n# Nor this\n-->\n");
    for (const char* text :
         {"[a](none.md)", "![a](none.svg)", "<a href=\"none.md\">a</a>", "<img alt=\"a\" src=\"none.svg\">",
          "[m]: none.md", "<source srcset=\"none.svg\">", "<img alt=\"a\"\nsrc=\"none.svg\">", "[two\nlines](none.md)",
          "[![a](program.cpp)](none.md)"})
        CHECK_THAT(book.prose(text), ContainsSubstring("leads nowhere; expected the file") &&
                                         ContainsSubstring("01_demo/none."));
    for (const char* text : {"[a](#none)", "[a](../../docs/glossary.md#none)", "[a](../../docs/glossary.md#not-this)",
                             "[a](../../docs/glossary.md#nor-this)", "[a](../../docs/glossary.md#The-glossary)"})
        CHECK_THAT(book.prose(text), ContainsSubstring("misses; expected a heading or <a id="));
    CHECK_THAT(book.prose("[a](program.cpp#L3)"), ContainsSubstring("only pages have headings"));
    CHECK_THAT(book.prose("[a](/etc/passwd)"), ContainsSubstring("is absolute"));
    CHECK_THAT(book.prose("\n[a]()"), ContainsSubstring(":2: this link has no target"));
}

TEST_CASE("images: one without alternative text is told")
{
    Workbook book;
    for (const char* text : {"\n![](program.cpp)", "\n![ ](program.cpp)", "\n<img src=\"program.cpp\">",
                             "\n<img alt=\"\" src=\"program.cpp\">", "\n[![](program.cpp)](program.cpp)"})
        CHECK_THAT(book.prose(text), ContainsSubstring(":2: this image has no alternative text"));
    CHECK(book.prose("![two\nlines](program.cpp) <img\n alt=\"a\" src=\"program.cpp\">") == "");
}

TEST_CASE("weave: the text of another page is put between its marker and its end")
{
    Workbook book;
    book.write(book.chapter / "exercise/task.md", "### Task\n\nAdd up 0.67.\n");
    const std::string woven =
        "# Page\n\n<!-- text: exercise/task.md -->\n### Task\n\nAdd up 0.67.\n<!-- /text -->\nMore.\n";
    CHECK(book.weave("# Page\n\n<!-- text: exercise/task.md -->\nMore.\n") == 0);
    CHECK(book.text() == woven);
    CHECK(book.weave(woven) == 0);
    CHECK(book.text() == woven);

    book.write(book.chapter / "exercise/task.md", "### Another\n");
    CHECK(book.check(woven) == 1);
    CHECK_THAT(book.err, ContainsSubstring("this block is not what exercise/task.md holds") &&
                             ContainsSubstring("-### Task") && ContainsSubstring("+### Another"));
    CHECK(book.weave(woven) == 0);
    CHECK(book.text() == "# Page\n\n<!-- text: exercise/task.md -->\n### Another\n<!-- /text -->\nMore.\n");
}

TEST_CASE("weave: two texts in a row keep apart and their numbers are held to their sources")
{
    Workbook book;
    book.write(book.chapter / "a.md", "A.\n");
    book.write(book.chapter / "b.md", "B has 0.99.\n");
    CHECK(book.weave("<!-- text: a.md -->\n\n<!-- text: b.md -->\n") == 1);  // it is woven, and looked at as it is now
    CHECK_THAT(book.err, ContainsSubstring("README.md:6: the number 0.99 has no source"));
    CHECK(book.text() == "<!-- text: a.md -->\nA.\n<!-- /text -->\n\n<!-- text: b.md -->\nB has 0.99.\n<!-- /text -->\n");
    CHECK(book.run({"--check", book.page.string()}) == 1);
    CHECK_THAT(book.err, ContainsSubstring("0.99"));
}

TEST_CASE("weave: a text that is missing and an end without a beginning are errors")
{
    Workbook book;
    CHECK_THAT(book.errors("<!-- text: none.md -->\n"), ContainsSubstring("none.md"));
    CHECK_THAT(book.errors("Text.\n<!-- /text -->\n"), ContainsSubstring("this /text ends nothing"));
    CHECK_THAT(book.errors("<!-- listing: program.cpp#sum -->\n" + sum + "<!-- /text -->\n"),
               ContainsSubstring("this /text ends nothing"));
    CHECK_THAT(book.errors("<!-- text: a.md#b -->\n"), ContainsSubstring("malformed"));
}

TEST_CASE("weave: a text with markers, or one that would swallow what stands below it, is refused")
{
    Workbook book;
    const auto refused = [&](const std::string& text) {
        book.write(book.chapter / "task.md", text);
        return book.errors("# Page\n\n<!-- text: task.md -->\n");
    };
    for (const char* marker : {"<!-- listing: program.cpp -->", "<!-- text: other.md -->", "<!-- /text -->",
                               "```text\n<!-- /text -->\n```", "> <!-- output: expected.txt -->"}) {
        INFO(marker);
        CHECK_THAT(refused(std::string("A.\n") + marker + "\n"), ContainsSubstring("task.md:"));
    }
    CHECK_THAT(refused("A.\n```text\nB.\n"), ContainsSubstring("task.md:2: this fence is not closed"));
    CHECK_THAT(refused("A. <!-- B.\n"), ContainsSubstring("task.md:1: this comment is not closed"));
    CHECK_THAT(book.errors("A.\n<!-- text: README.md -->\n"), ContainsSubstring("asks for its own page"));
    CHECK_THAT(book.errors("<!-- listing: README.md -->\n"), ContainsSubstring("asks for its own page"));
}

TEST_CASE("weave: what was written into a woven text is replaced with it, whatever it is")
{
    Workbook book;
    book.write(book.chapter / "task.md", "Right.\n");
    CHECK(book.weave("<!-- text: task.md -->\n<!-- output: expected.txt -->\n```text\n```\n<!-- /text -->\nMore.\n") == 0);
    CHECK(book.text() == "<!-- text: task.md -->\nRight.\n<!-- /text -->\nMore.\n");
    CHECK_THAT(book.errors("<!-- text: task.md -->\n```text\n<!-- /text -->\n```\n"),
               ContainsSubstring("README.md:2: this fence is not closed"));
    CHECK_THAT(book.errors("<!-- text: task.md -->\n<!-- No\n<!-- /text -->\n"),
               ContainsSubstring("README.md:2: this comment is not closed"));
}

TEST_CASE("weave: a widget's marker names one of docs/widgets and has a sentence below it")
{
    Workbook book;
    Workbook::write(book.root / "docs/widgets/neuron.js", "widgets.neuron = {\n};\n");
    Workbook::write(book.root / "docs/widgets/widgets.js", "const widgets = {};\n");
    CHECK(book.prose("<!-- widget: neuron -->\nMove the inputs.\n") == "");
    CHECK(book.prose("<!-- widget: neuron -->\n\nMove the inputs.\n") == "");

    const std::string page = book.page.string();
    CHECK(book.prose("<!-- widget: neutron -->\nMove the inputs.\n") ==
          page + ":1: there is no widget neutron; docs/widgets has neuron: correct the marker, or add "
                 "docs/widgets/neutron.js\n");
    CHECK_THAT(book.prose("<!-- widget: widgets -->\nText.\n"), ContainsSubstring("there is no widget widgets;"));
    for (const char* below : {"", "\n## Next\n", "![x](y.svg)\n", "<!-- numbers: 12 -->\n", "```text\na\n```\n"})
        CHECK_THAT(book.prose(std::string("<!-- widget: neuron -->\n") + below),
                   ContainsSubstring(page + ":1: the widget neuron has no sentence; expected a paragraph below"));
    for (const char* marker : {"widget", "widget:", "widget neuron", "widget: neuron 2"})
        CHECK_THAT(book.prose("<!-- " + std::string(marker) + " -->\nText.\n"),
                   ContainsSubstring(":1: this marker is malformed; expected \"widget: NAME\""));
    CHECK_THAT(book.prose("Text <!-- widget: neuron -->\nText.\n"), ContainsSubstring(":1: this marker shares its line"));
}
