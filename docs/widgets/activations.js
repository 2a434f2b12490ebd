// Chapter 4: the activation functions and their slopes, read off at x.
{
    const margin = {left: 34, right: 10, top: 26, bottom: 24};
    // Each panel draws some of the results of "activations".
    const panels = [
        {title: "f(x)", results: [0, 1, 2], low: -0.5, high: 3, ticks: [0, 1, 2, 3], decimals: 0, scale: 1},
        {title: "slope f′(x)", results: [3, 4, 5], low: -0.25, high: 1.25, ticks: [0, 0.5, 1], decimals: 1, scale: 1},
        {title: "GELU: tanh − exact, times 10,000", results: [6], low: -5, high: 5.5, ticks: [-4, -2, 0, 2, 4],
            decimals: 0, scale: 10000},
    ];
    const kinds = ["relu", "gelu", "exact", "relu", "gelu", "exact", "gelu"];  // of the results
    const places = Array.from({length: 301}, (_, i) => -3 + i / 50);

    // From numbers to the pixels of a panel.
    const across = (svg) => (x) => margin.left + (x + 3) / 6 * (svg.clientWidth - margin.left - margin.right);
    const upward = (svg, {low, high, scale}) => (y) =>
        margin.top + (high - y * scale) / (high - low) * (svg.clientHeight - margin.top - margin.bottom);

    const axes_and_curves = (svg, panel, curves) => {
        const x = across(svg), y = upward(svg, panel);
        const path = (result) => each(places, (place, i) => {
            const value = curves[i][result];
            const jumps = i > 0 && Math.abs(value - curves[i - 1][result]) > 0.5;  // a step is no slope
            return `${i === 0 || jumps ? "M" : "L"}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
        });
        return `<text x="0" y="14">${panel.title}</text>
            ${each(panel.ticks, (tick) => `<path class="grid ${tick ? "" : "axis"}"
                d="M${x(-3)} ${y(tick / panel.scale)} H${x(3)}"/><text class="quiet" text-anchor="end"
                x="${margin.left - 8}" y="${y(tick / panel.scale) + 5}">${text(tick, panel.decimals)}</text>`)}
            ${each([-3, -2, -1, 0, 1, 2, 3], (tick) => `<text class="quiet" text-anchor="middle" x="${x(tick)}"
                y="${svg.clientHeight - 4}">${text(tick, 0)}</text>`)}
            ${each(panel.results, (result) => `<path class="${kinds[result]}" d="${path(result)}"/>`)}`;
    };

    widgets.activations = {
        title: "ReLU and GELU at x",
        start: {x: [-1], difference: [0]},
        limits: {x: [-3, 3, 0.01], difference: [0, 1, 1]},

        build(widget) {
            const row = (name, label) => `<tr class="row-${name}"><th scope="row"><svg aria-hidden="true"
                viewBox="0 0 28 10"><path class="${name}" d="M2 5 H26"/></svg>${label}</th><td></td><td></td></tr>`;
            widget.body.append(
                element(`<div class="activations">${each(panels, ({title}, i) => `<svg class="panel-${i}" role="img"
                    aria-label="Curves of ${title}"><g></g><g></g></svg>`)}</div>`),
                widget.slider("x", "x", "x", 0, {decimals: 2}),
                element(`<div class="widget-flow"><table class="widget-table"><tr><th scope="col">at x</th>
                    <th scope="col">f(x)</th><th scope="col">slope</th></tr>${row("relu", "ReLU")}
                    ${row("gelu", "GELU, tanh")}${row("exact", "GELU, exact")}
                    <tr class="row-difference"><th scope="row">tanh − exact</th><td colspan="2"></td></tr></table>
                    <label class="widget-switch"><input type="checkbox" role="switch">show tanh − exact</label>
                    </div>`));
            widget.find("[role=switch]").addEventListener("change", (event) =>
                widget.show({difference: [event.target.checked ? 1 : 0]}));
            for (const svg of widget.body.querySelectorAll(".activations svg"))
                on_drag(svg, svg, (x) => {
                    const share = (x - margin.left) / (svg.clientWidth - margin.left - margin.right);
                    widget.show({x: [clamp(Math.round(600 * share - 300) / 100, -3, 3)]});
                });
        },

        draw(widget) {
            const {x: [x], difference: [difference]} = widget.state, values = compute("activations", x);
            widget.curves ??= places.map((place) => compute("activations", place));
            widget.find("[role=switch]").checked = difference > 0;
            for (const part of widget.body.querySelectorAll(".panel-2, .row-difference"))
                part.classList.toggle("off", difference === 0);

            panels.forEach((panel, i) => {
                const svg = widget.find(`.panel-${i}`), width = `${svg.clientWidth}`, [curves, reading] = svg.children;
                if (curves.dataset.width !== width) curves.innerHTML = axes_and_curves(svg, panel, widget.curves);
                curves.dataset.width = width;
                const at = across(svg)(x), y = upward(svg, panel);
                reading.innerHTML = `<path class="reading" d="M${at} ${margin.top}
                    V${svg.clientHeight - margin.bottom}"/>${each(panel.results, (result) => `<circle
                    class="${kinds[result]}" cx="${at}" cy="${y(values[result])}"
                    r="${kinds[result] === "exact" ? 3 : 5}"/>`)}`;
            });
            kinds.slice(0, 3).forEach((kind, i) => {
                const [value, slope] = widget.body.querySelectorAll(`.row-${kind} td`);
                value.innerHTML = datum(kind, values[i], 4);
                slope.innerHTML = datum(`${kind}-slope`, values[i + 3], 4);
            });
            widget.find(".row-difference td").innerHTML = datum("difference", values[6], 8);
            const read = (i) => `${text(values[i], 4)}, slope ${text(values[i + 3], 4)}`;
            return `At ${text(x, 2)}: ReLU ${read(0)}; GELU ${read(1)}; exact GELU ${read(2)}${
                difference ? `; tanh form minus exact form ${text(values[6], 8)}` : ""}.`;
        },
    };
}
