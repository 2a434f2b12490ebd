// Drawing figures: a gnuplot script, gnuplot as a step of its own, and colours that follow the reader's theme.
//
// The script goes into a file and gnuplot's exit status is looked at, because gnuplot-iostream, which could also talk
// to a running gnuplot, does not notice when that fails or is not there.
#include "chart.hpp"

#include <gnuplot-iostream.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <locale>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace chart {
namespace {

constexpr double figure_width = 600, line_height = 25, character_width = 11;  // pixels, for text of 18

// The colours as the script names them, readable on white and on black. themed() makes each a variable --chart-blue and
// so on, which `style` sets where the SVG stands alone; a page that shows it inline may set them, and text has its
// colour.
constexpr const char* colour_names[] = {"ink", "grey", "blue", "orange"};
constexpr const char* colour_codes[] = {"#000000", "#717b87", "#2f7fc4", "#c4580a"};
constexpr const char* style = R"(<style>
svg:root { color: #1f2328; --chart-grey: #6e7781; --chart-blue: #0a5ea8; --chart-orange: #b34a00; }
@media (prefers-color-scheme: dark) {
  svg:root { color: #e6edf3; --chart-grey: #8b949e; --chart-blue: #79b8ff; --chart-orange: #ffab70; }
}
</style>
)";

std::string rgb(Colour colour) { return std::string(" rgb '") + colour_codes[int(colour)] + "'"; }

std::string quoted(const std::string& text) { return "'" + std::regex_replace(text, std::regex("'"), "''") + "'"; }

double above_plot(const Panel& panel) { return 20 + line_height * (1 + !panel.y.label.empty()); }
double below_plot(const Panel& panel) { return 14 + line_height * (!panel.x.ticks.empty() + !panel.x.label.empty()); }

struct Place {
    double left, top;
};

// The top left corner of each panel, and at the end where the figure stops.
std::vector<Place> places(const Figure& figure)
{
    std::vector<Place> all;
    double left = 0, top = 46, bottom = top;
    for (const Panel& panel : figure.panels) {
        const double width = panel.share * figure_width;
        if (left + width > figure_width + 1) left = 0, top = bottom;
        all.push_back({left, top});
        left += width;
        bottom = std::max(bottom, top + above_plot(panel) + panel.height + below_plot(panel));
    }
    all.push_back({0, bottom});
    return all;
}

// Room for the y ticks. Panels with the same x axis have the same, so that they stand exactly above each other.
double tick_width(const Figure& figure, const Panel& panel)
{
    std::ptrdiff_t widest = 0;
    for (const Panel& other : figure.panels)
        for (const Tick& tick : other.y.ticks)
            if (other.x.label == panel.x.label)
                widest = std::max(widest, std::count_if(tick.text.begin(), tick.text.end(),
                                                        [](char c) { return (c & 0xc0) != 0x80; }));  // UTF-8
    return character_width * static_cast<double>(widest);
}

void write_axis(std::ostream& gp, char name, const Axis& axis)
{
    gp << "set " << name << "range [" << axis.low << ":" << axis.high << "]\nunset " << name << "tics\n";
    if (axis.log) gp << "set logscale " << name << "\n";
    if (axis.ticks.empty()) return;
    gp << "set " << name << "tics nomirror scale 0 offset " << (name == 'y' ? "0.6,0 (" : "0,0.2 (");
    for (std::size_t i = 0; i < axis.ticks.size(); ++i)
        gp << (i ? ", " : "") << quoted(axis.ticks[i].text) << " " << axis.ticks[i].at;
    gp << ")\n";
    if (axis.grid) gp << "set grid " << name << "tics back lt 1 lw 0.5 lc" << rgb(Colour::grey) << "\n";
    if (axis.grid && name == 'y') gp << "set xzeroaxis lt 1 lw 1 lc" << rgb(Colour::grey) << "\n";
}

// One part of the plot command: the columns are those of Point.
void write_style(std::ostream& gp, const Series& s)
{
    constexpr const char* dashes[] = {"1", "(9,6)", "(2,5)"};
    constexpr int markers[] = {7, 6, 2};
    switch (s.kind) {
    case Kind::line:
        gp << "using 1:2 with lines lw " << s.width << " dt " << dashes[int(s.dash)];
        break;
    case Kind::points:
        gp << "using 1:2 with points lw 2 ps " << s.width / 2.5 << " pt " << markers[int(s.marker)];
        break;
    case Kind::boxes:
        gp << "using 1:2:1:3:2:4 with boxxyerror fs transparent solid " << s.opacity << " border lw 1.5";
        break;
    case Kind::band:
        gp << "using 1:2:4 with filledcurves fs transparent solid " << s.opacity << " noborder";
        break;
    case Kind::arrows:
        gp << "using 1:2:($3-$1):($4-$2) with vectors head filled size screen 0.015,20 lw " << s.width;
        break;
    }
    gp << " lc" << rgb(s.colour) << " notitle";
}

// Files of one drawing, beside the SVG so that a rename stays on one file system; removed whatever happens.
struct Scratch {
    std::string path, stem = path + "." + std::to_string(getpid());
    std::string script = stem + ".gp", drawn = stem + ".new", errors = stem + ".err";
    explicit Scratch(std::string svg) : path(std::move(svg)) {}
    ~Scratch()
    {
        for (const std::string& file : {script, drawn, errors}) unlink(file.c_str());
    }
};

[[noreturn]] void cannot_write(const std::string& path)
{
    throw std::runtime_error("cannot write " + path + ": " + std::strerror(errno) +
                             "; name a file in a folder that you may write to");
}

// The script: `terminal` is where it draws to, `font` the font's name there, `size` what there makes 18 pixels.
void write_script(const Figure& figure, const std::string& terminal, const std::string& font, int size,
                  const Scratch& scratch)
try {
    const std::vector<Place> place = places(figure);
    const double height = place.back().top;
    const std::string title_size = "," + std::to_string(size * 11 / 9) + "'";
    Gnuplot gp(">" + scratch.script);
    gp.imbue(std::locale::classic());  // a decimal comma would end a number
    gp << std::defaultfloat << std::setprecision(9) << "set encoding utf8\n" << terminal << " size " << figure_width
       << "," << height << " noenhanced font '" << font << "," << size << "'\nset multiplot\n";
    const auto write_text = [&](const std::string& text, double x, double y, const std::string& format) {
        gp << "set label " << quoted(text) << " at screen " << x / figure_width << ", screen " << 1 - y / height << " "
           << format << "\n";
    };
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
        const Panel& panel = figure.panels[i];
        const double title_y = place[i].top + 22, top = place[i].top + above_plot(panel), bottom = top + panel.height;
        const double left = place[i].left + 18 + tick_width(figure, panel);
        const double right = place[i].left + panel.share * figure_width - 20;
        gp << "reset\nset border 3 lw 1 lc" << rgb(Colour::grey) << "\nset lmargin at screen " << left / figure_width
           << "\nset rmargin at screen " << right / figure_width << "\nset tmargin at screen " << 1 - top / height
           << "\nset bmargin at screen " << 1 - bottom / height << "\n";
        const std::string bold = "left font '" + font + ":Bold";
        if (i == 0) write_text(figure.title, 10, 24, bold + title_size);
        write_text(panel.title, place[i].left + 10, title_y, bold + "'");
        write_text(panel.y.label, place[i].left + 10, title_y + line_height, "left");
        write_text(panel.x.label, (left + right) / 2, bottom + below_plot(panel) - line_height * 0.8, "center");
        constexpr const char* aligns[] = {" left", " center", " right"};
        for (const Label& label : panel.labels)
            gp << "set label " << quoted(label.text) << " at " << label.x << "," << label.y
               << aligns[int(label.align)] << " front tc" << rgb(label.colour) << "\n";
        write_axis(gp, 'x', panel.x);
        write_axis(gp, 'y', panel.y);
        for (std::size_t j = 0; j < panel.series.size(); ++j) {
            gp << (j == 0 ? "plot '-' " : ", '-' ");
            write_style(gp, panel.series[j]);
        }
        gp << "\n";
        for (const Series& s : panel.series) {
            std::vector<std::array<double, 4>> rows;
            for (const Point& p : s.points) rows.push_back({p.x, p.y, p.x2, p.y2});
            gp.send1d(rows);
        }
    }
    gp << "unset multiplot\n" << std::flush;
    if (!gp) cannot_write(scratch.path);  // a full disk
} catch (const std::ios_base::failure&) {
    cannot_write(scratch.path);
}

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

// Runs gnuplot on the script, without the user's own settings. What it writes goes to scratch.drawn.
void run_gnuplot(const Scratch& scratch)
{
    std::string name = "gnuplot", settings = "--default-settings", persist = "--persist", script = scratch.script;
    const std::array argv = {name.data(), settings.data(), persist.data(), script.data(), static_cast<char*>(nullptr)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, scratch.drawn.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    posix_spawn_file_actions_addopen(&actions, 2, scratch.errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    pid_t pid = 0;
    const int error = posix_spawnp(&pid, name.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT) throw std::runtime_error("gnuplot is missing: install it (Debian, Ubuntu: gnuplot-nox)");
    if (error != 0) throw std::runtime_error(std::string("cannot run gnuplot: ") + std::strerror(error));
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    if (WIFSIGNALED(status))
        throw std::runtime_error("gnuplot was killed by signal " + std::to_string(WTERMSIG(status)) +
                                 " instead of ending with status 0; try once more");
    if (WEXITSTATUS(status) == 0) return;
    std::istringstream lines(read(scratch.errors));
    std::string complaint = "it said nothing";  // gnuplot's message is its last line that is not empty
    for (std::string line; std::getline(lines, line);)
        if (line.find_first_not_of(" \t\r^") != std::string::npos) complaint = line;
    const std::string kept = scratch.path + ".gp";
    std::rename(scratch.script.c_str(), kept.c_str());
    throw std::runtime_error("gnuplot ended with status " + std::to_string(WEXITSTATUS(status)) + " instead of 0: " +
                             complaint + " (its script is kept, see " + kept + ")");
}

std::string escaped(std::string text)
{
    for (const auto& [character, entity] : {std::pair{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}})
        text = std::regex_replace(text, std::regex(character), entity);
    return text;
}

// gnuplot's SVG, from its canvas on, with our head, our colours, and ids that no other figure has.
std::string themed(std::string body, const Figure& figure)
{
    const std::string id = "figure_" + figure.name, height = number(places(figure).back().top, 0);
    const auto replace = [&](const std::string& from, const std::string& to) {
        body = std::regex_replace(body, std::regex(from), to);
    };
    replace("<g id=\"[^\"]*\"\\s*>(<title>[^<]*</title>)?", "<g>");  // titles would show as tooltips
    replace("<filter [^]*?</filter>\\s*", "");
    replace("(id='|#)gp", "$1" + id + "_gp");
    replace(" font-family=\"[^\"]*:Bold\"", " font-weight=\"600\"");
    replace(" (font-family=\"[^\"]*\"|color=\"(black|white)\")", "");
    replace(" class=\"gridline\"", " stroke-opacity=\"0.45\"");
    replace("fill=\"black\"", "fill=\"currentColor\"");
    replace("rgb\\( *0, *0, *0\\)", "currentColor");
    for (std::size_t i = 1; i < std::size(colour_codes); ++i) {
        const int code = std::stoi(colour_codes[i] + 1, nullptr, 16);
        std::string parts;
        for (int shift : {16, 8, 0}) parts += (shift < 16 ? ", *" : " *") + std::to_string((code >> shift) & 255);
        replace("rgb\\(" + parts + "\\)", std::string("var(--chart-") + colour_names[i] + ", " + colour_codes[i] + ")");
    }
    replace("<g [^>]*>\\s*</g>\\s*", "");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 600 " +
           height + "\" width=\"600\" height=\"" + height + "\" style=\"max-width: 100%; height: auto\" role=\"img\" " +
           "aria-labelledby=\"" + id + "_title " + id + "_desc\" data-fingerprint=\"" + fingerprint(figure) +
           "\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n<title id=\"" + id +
           "_title\">" + escaped(figure.title) + "</title>\n<desc id=\"" + id + "_desc\">" +
           escaped(figure.description) + "</desc>\n" + style + body;
}

}  // namespace

void draw(const Figure& figure, const std::string& path)
{
    const Scratch scratch(path);
    write_script(figure, "set terminal svg dynamic", "chart", 18, scratch);
    run_gnuplot(scratch);
    const std::string drawn = read(scratch.drawn);
    const std::size_t canvas = drawn.find("<g id=\"gnuplot_canvas\">");
    if (canvas == std::string::npos || drawn.find("</svg>") == std::string::npos)
        throw std::runtime_error("gnuplot ended with status 0, but the " + std::to_string(drawn.size()) +
                                 " bytes it wrote are no whole SVG: is this gnuplot 5.4 or newer? is the disk full?");
    std::ofstream file(scratch.drawn, std::ios::binary | std::ios::trunc);
    file << themed(drawn.substr(canvas), figure);
    file.close();
    if (!file || std::rename(scratch.drawn.c_str(), path.c_str()) != 0) cannot_write(path);
}

void show(const Figure& figure)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
        throw std::runtime_error("there is no display for a window (DISPLAY is not set): open the SVG in a browser");
    const Scratch scratch(std::filesystem::temp_directory_path() / figure.name);
    write_script(figure,
                 "window = ''\n"
                 "do for [t in 'x11 wxt qt'] { if (strstrt(GPVAL_TERMINALS, ' '.t.' ')) { window = t } }\n"
                 "if (window eq '') exit error 'this gnuplot opens no windows: install gnuplot-qt'\n"
                 "set terminal @window",
                 "Sans", 13, scratch);  // points
    run_gnuplot(scratch);
}

}  // namespace chart
