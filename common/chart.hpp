/// @file
/// Figures as plain data: panels with axes, series and labels, and the text and fingerprint of all of it.
///
/// A figure can be built, compared and tested without gnuplot. draw() and show() are in chart.cpp, the one place that
/// knows gnuplot. Left out: legends (label the curve itself), more than one y axis, styles no figure of the book needs.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

/// Figures of the book: what they show, as data, and drawing them.
namespace chart {

/// A colour; each has a light and a dark form.
enum class Colour { ink, grey, blue, orange };

/// How a series is drawn.
enum class Kind { line, points, boxes, band, arrows };

/// A line's dashes, so that no line is told by its colour alone.
enum class Dash { solid, dashed, dotted };

/// A point's shape, so that no point is told by its colour alone.
enum class Marker { dot, ring, cross };

/// Which part of a label stands at its position.
enum class Align { left, centre, right };

/// A point (x, y). Boxes have the opposite corner (x2, y2), arrows their head there, bands reach from y to y2 at x.
struct Point {
    double x = 0;   ///< on the x axis
    double y = 0;   ///< on the y axis
    double x2 = 0;  ///< the second x, where the kind has one
    double y2 = 0;  ///< the second y, where the kind has one
};

/// Points that are drawn together.
struct Series {
    std::string name;  ///< not drawn: tests find the series by it
    Kind kind = Kind::line;          ///< how the points are drawn
    Colour colour = Colour::blue;    ///< of all of them
    std::vector<Point> points = {};  ///< in the order of drawing
    double width = 2.5;   ///< of lines, in pixels of 600; of markers, relative
    double opacity = 1;   ///< of the inside of boxes and bands: 0 to 1
    Dash dash = Dash::solid;      ///< of lines
    Marker marker = Marker::dot;  ///< of points
};

/// A text in a panel, at a position on its axes.
struct Label {
    double x = 0;                 ///< on the x axis
    double y = 0;                 ///< on the y axis
    std::string text;             ///< one line
    Align align = Align::left;    ///< what of the text is at (x, y)
    Colour colour = Colour::ink;  ///< of the text
};

/// A marked place on an axis.
struct Tick {
    double at = 0;     ///< the place
    std::string text;  ///< what stands there
};

/// An axis from low to high.
struct Axis {
    std::string label;  ///< what it measures, with its unit
    double low = 0;                ///< where it begins
    double high = 1;               ///< where it ends
    std::vector<Tick> ticks = {};  ///< its marks
    bool grid = false;             ///< a line across the panel at each tick
    bool log = false;              ///< logarithmic; low is then above 0
};

/// One coordinate system and what is in it.
struct Panel {
    std::string title;                ///< above it
    Axis x = {};                      ///< along the lower edge
    Axis y = {};                      ///< along the left edge
    std::vector<Series> series = {};  ///< from back to front
    std::vector<Label> labels = {};   ///< in front of them
    double height = 240;              ///< of the coordinate system, in pixels
    double share = 1;  ///< of the figure's width; panels stand side by side while their shares fit into 1
};

/// A figure, 600 pixels wide. Its text is large enough for a phone.
struct Figure {
    std::string name;         ///< the chapter's, as in 04_activations
    std::string title;           ///< above all panels
    std::string description;     ///< for those who cannot see it
    std::vector<Panel> panels;   ///< from the top left on
};

/// Draws the figure into an SVG file, which is replaced only by a whole new one.
/// @throws std::runtime_error with one line that says what failed and what to do.
void draw(const Figure& figure, const std::string& path);

/// Opens gnuplot's window with the figure and returns when it has been drawn; the window stays.
/// @throws std::runtime_error as draw() does, and where there is no display.
void show(const Figure& figure);

/// A number with so many decimals and a true minus sign, whatever the locale: "−0.0285".
inline std::string number(double value, int decimals)
{
    char buffer[400];  // the longest, 1e308, has 309 digits before the point
    const auto result =
        std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::fixed, decimals);
    const std::string digits(static_cast<const char*>(buffer), static_cast<const char*>(result.ptr));
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    return (value < 0 && !zero ? "\u2212" : "") + digits;
}

/// A tick at every step from low to high, written with so many decimals.
inline std::vector<Tick> ticks(double low, double high, double step, int decimals)
{
    std::vector<Tick> all;
    for (double at = low; at < high + step / 2; at = low + step * static_cast<double>(all.size()))
        all.push_back({at, number(at, decimals)});
    return all;
}

/// f at steps + 1 evenly spaced places from low to high, both included.
template <class F>
std::vector<Point> curve(F f, double low, double high, int steps)
{
    std::vector<Point> points;
    for (int i = 0; i <= steps; ++i) {
        const double x = low + (high - low) * i / steps;
        points.push_back({x, f(x)});
    }
    return points;
}

/// All that the figure shows as one text. Numbers have six digits, and less than 1e-9 is 0: another processor's or
/// library's last bit leaves the text as it is.
inline std::string text(const Figure& figure)
{
    std::string all;
    const auto add = [&all](const std::string& s) { all += s + "\n"; };
    const auto add_number = [&](double value) {
        char buffer[32];
        if (std::abs(value) < 1e-9) value = 0;  // -0, too
        add({buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 6).ptr});
    };
    for (const std::string& s : {figure.name, figure.title, figure.description}) add(s);
    for (const Panel& panel : figure.panels) {
        add("panel " + panel.title);
        for (double value : {panel.height, panel.share}) add_number(value);
        for (const Axis& axis : {panel.x, panel.y}) {
            add("axis " + axis.label);
            for (double value : {axis.low, axis.high, double(axis.grid), double(axis.log)}) add_number(value);
            for (const Tick& tick : axis.ticks) add_number(tick.at), add(tick.text);
        }
        for (const Series& s : panel.series) {
            add("series " + s.name);
            for (int style : {int(s.kind), int(s.colour), int(s.dash), int(s.marker)}) add_number(style);
            for (double value : {s.width, s.opacity}) add_number(value);
            for (const Point& p : s.points)
                for (double value : {p.x, p.y, p.x2, p.y2}) add_number(value);
        }
        for (const Label& label : panel.labels) {
            add("label " + label.text);
            for (double value : {label.x, label.y, double(label.align), double(label.colour)}) add_number(value);
        }
    }
    return all;
}

/// 16 hexadecimal digits that change when the figure's text does (FNV-1a, 64 bits). Each drawn SVG carries its own.
inline std::string fingerprint(const Figure& figure)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char c : text(figure)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
    return digits;
}

}  // namespace chart
