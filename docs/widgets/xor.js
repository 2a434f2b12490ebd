// Chapter 6: one line, which two handles move, and two layers, whose weights are sliders.
{
    const low = -0.4, high = 1.4, reach = [-0.35, 1.35, 0.01];  // of the input square; of the handles in it
    const corners = [[0, 0], [0, 1], [1, 0], [1, 1]], wanted = [0, 1, 1, 0];

    // How to draw in the square [low, high]².
    const plane = (svg, low, high) => {
        const size = svg.clientWidth, scale = size / (high - low);
        const x = (value) => (value - low) * scale, y = (value) => (high - value) * scale;
        // Polygons from C++: the number of corners, the corners, then the next polygon.
        const outline = (numbers) => {
            let path = "";
            for (let i = 0; i < numbers.length; i += 1 + 2 * numbers[i])
                for (let j = 1; j <= 2 * numbers[i]; j += 2)
                    path += `${j === 1 ? "M" : "L"}${x(numbers[i + j])} ${y(numbers[i + j + 1])}`;
            return path;
        };
        return {
            size, scale, x, y,
            region: (name, ...form) => `<path class="region" d="${outline(compute(name, ...form, low, high))}"/>`,
            // A half-plane of a larger square, whose other edges lie outside of the picture. It may be empty.
            edge: (kind, name, ...form) => `<path class="${kind}"
                d="${outline(compute(name, ...form, 2 * low - high, 2 * high - low)).replace(/.$/, "$&Z")}"/>`,
            axes: (across, upward, ticks) => `<text x="${size - 5}" y="${size - 6}" text-anchor="end">${across}</text>
                <text x="6" y="16">${upward}</text>${each(ticks, (tick) => `<text class="quiet" text-anchor="middle"
                x="${x(tick)}" y="${size - 6}">${tick}</text>
                <text class="quiet" x="6" y="${y(tick) + 5}">${tick}</text>`)}`,
            point: (answer, [px, py], label, below) => `<circle class="${answer ? "one" : "none"}" cx="${x(px)}"
                cy="${y(py)}" r="${size < 200 ? 7 : 10}"/><text text-anchor="middle"
                y="${clamp(y(py) + (below ? 26 : -14), 14, size - 22)}" x="${clamp(x(px), 4 * label.length, size - 4 * label.length)}">${label}</text>`,
        };
    };

    // One of the 16 ways to label the corners.
    const labelling = (labels, made) => `<svg viewBox="0 0 24 24" class="${made ? "" : "pale"}">${
        each(corners, ([x, y], i) => `<circle class="${labels >> i & 1 ? "one" : "none"}" cx="${6 + 12 * x}"
            cy="${18 - 12 * y}" r="4"/>`)}</svg>`;

    widgets.xor = {
        title: "One line, then two layers",
        // the handles, the labellings that were made before (as bits), the neurons h1 and h2, the output
        start: {p: [-0.2, 0.7], q: [0.7, -0.2], made: [0], h1: [1, 1, 0], h2: [1, 1, -1], y: [1, -2, 0]},
        limits: {p: reach, q: reach, made: [0, 65535, 1], h1: [-3, 3, 0.1], h2: [-3, 3, 0.1], y: [-3, 3, 0.1]},

        build(widget) {
            const handle = (key, which) => `<g class="handle" data-key="${key}" tabindex="0" role="slider"
                aria-label="${which} handle of the line, moved by all four arrow keys" aria-valuemin="${reach[0]}"
                aria-valuemax="${reach[1]}"><circle r="22"/><circle r="7"/></g>`;
            widget.body.append(element(`<div class="xor">
                <div class="widget-columns"><div><svg role="group" aria-label="The four points and a line">
                    <g></g>${handle("p", "first")}${handle("q", "second")}</svg>
                    <p class="widget-hint">← → ↑ ↓ move the handle</p></div>
                <div><p>Drag the handles. <b>One line</b> gets <b class="xor-line"></b> points right.</p>
                    <button type="button">Answer 1 on the other side</button>
                    <p class="xor-count"></p><div class="xor-labellings" aria-hidden="true"></div></div></div>
                <hr><p><b>Two layers</b> with these weights get <b class="xor-network"></b> points right.</p>
                <div class="xor-pictures"><svg role="img" aria-label="The network's answers in the input square"></svg>
                    <svg role="img" aria-label="The same points as the second layer sees them"></svg></div>
                <p class="quiet">First the inputs; dashed, where the sums of h<sub>1</sub> and h<sub>2</sub> are 0. Then
                    the same points as the second layer sees them, and as grey dots before ReLU. Shaded: the answer
                    1.</p>
                <div class="widget-columns xor-weights"></div>
                <table class="widget-table"><thead><tr><th scope="col">x<sub>1</sub>, x<sub>2</sub></th>
                    <th scope="col">sums</th><th scope="col">h<sub>1</sub>, h<sub>2</sub></th><th scope="col">y</th>
                    <th scope="col">answer</th></tr></thead><tbody></tbody></table></div>`));

            const sub = (letter, i) => `${letter}<sub>${i}</sub>`;
            for (const [key, label, input] of [["h1", sub("h", 1), "x"], ["h2", sub("h", 2), "x"], ["y", "y", "h"]]) {
                const group = element(`<fieldset><legend>${label}</legend></fieldset>`);
                for (const i of [1, 2])
                    group.append(widget.slider(sub(input, i), `${key}, weight of ${input}${i}`, key, i - 1));
                group.append(widget.slider("b", `${key}, bias`, key, 2));
                widget.find(".xor-weights").append(group);
            }

            const move = (change) => widget.show({...change, made: [widget.state.made[0] | 1 << widget.labels]});
            const put = (key, ...at) =>
                move({[key]: at.map((value) => clamp(Math.round(100 * value) / 100, reach[0], reach[1]))});
            const svg = widget.find("svg");
            for (const handle of svg.querySelectorAll(".handle")) {
                const key = handle.dataset.key;
                on_drag(handle, svg, (x, y) => {
                    const {scale} = plane(svg, low, high);
                    put(key, low + x / scale, high - y / scale);
                });
                handle.addEventListener("keydown", (event) => {
                    const [x, y] = widget.state[key], step = event.shiftKey ? 0.01 : 0.05;
                    const to = {ArrowLeft: [x - step, y], ArrowRight: [x + step, y], ArrowDown: [x, y - step],
                        ArrowUp: [x, y + step]}[event.key];
                    if (!to) return;
                    event.preventDefault();
                    put(key, ...to);
                });
            }
            widget.find("button").addEventListener("click", () =>
                move({p: widget.state.q, q: widget.state.p}));
        },

        draw(widget) {
            const {p, q, made: [made], h1, h2, y} = widget.state;
            const [line_picture, inputs, hidden] = widget.body.querySelectorAll("svg[role]");

            const [w1, w2, b, , , , , right, labels] = compute("line", ...p, ...q);
            const line = plane(line_picture, low, high);
            line_picture.firstElementChild.innerHTML = line.region("half_plane", w1, w2, b) +
                line.edge("edge", "half_plane", w1, w2, b) + line.axes("x₁", "x₂", [0, 1]) +
                each(corners, (corner, i) =>
                    line.point(wanted[i], corner, (labels >> i & 1) === wanted[i] ? "" : "wrong"));
            for (const handle of line_picture.querySelectorAll(".handle")) {
                const [x, y] = widget.state[handle.dataset.key];
                handle.setAttribute("transform", `translate(${line.x(x)} ${line.y(y)})`);
                handle.setAttribute("aria-valuenow", x);
                handle.setAttribute("aria-valuetext", `x1 ${text(x, 2)}, x2 ${text(y, 2)}`);
            }
            widget.labels = labels;
            const all = Array.from({length: 16}, (_, i) => i === labels || (made >> i & 1) === 1);
            widget.find(".xor-line").innerHTML = `${datum("line", right, 0)} of 4`;
            widget.find(".xor-count").textContent =
                `Labellings you have made: ${all.filter(Boolean).length} of 16. Two will stay pale.`;
            widget.find(".xor-labellings").innerHTML = each(all, (made, i) => labelling(i, made));

            const network = [...h1, ...h2, ...y], numbers = compute("xor_network", ...network);
            const rows = corners.map((_, i) => numbers.slice(6 * i, 6 * i + 6)), [network_right] = numbers.slice(24);
            const input = plane(inputs, low, high);
            inputs.innerHTML = input.region("xor_region", ...network) + input.edge("fold", "half_plane", ...h1) +
                input.edge("fold", "half_plane", ...h2) + input.axes("x₁", "x₂", [0, 1]) +
                each(corners, (corner, i) => input.point(wanted[i], corner, ""));

            const all_of_them = rows.flatMap((row) => row.slice(0, 4));  // lie in the picture
            const space = plane(hidden, Math.min(-1.5, Math.floor(Math.min(...all_of_them)) - 0.5),
                Math.max(2.5, Math.ceil(Math.max(...all_of_them)) + 0.5));
            const names = {};  // points that meet share a label
            rows.forEach(([, , h1, h2], i) => (names[[h1, h2]] ??= []).push(`(${corners[i].join(", ")})`));
            hidden.innerHTML = space.region("xor_hidden_region", ...y) + space.edge("edge", "xor_hidden_region", ...y) +
                `<path class="grid axis" d="M${space.x(0)} 0 V${space.size} M0 ${space.y(0)} H${space.size}"/>` +
                space.axes("h₁", "h₂", []) + each(rows, ([s1, s2, h1, h2]) => `<path class="reading"
                    d="M${space.x(s1)} ${space.y(s2)} L${space.x(h1)} ${space.y(h2)}"/>
                    <circle class="before" cx="${space.x(s1)}" cy="${space.y(s2)}" r="3"/>`) +
                each(rows, ([, , h1, h2], i) => space.point(wanted[i], [h1, h2],
                    (names[[h1, h2]]?.splice(0) ?? []).join(" "), i === 1 || i === 2));

            widget.find(".xor-network").innerHTML = `${datum("network", network_right, 0)} of 4`;
            widget.find("tbody").innerHTML = each(rows, (row, i) => {
                const names = ["s1", "s2", "h1", "h2", "y"];
                const [s1, s2, h1, h2, y] = names.map((name, j) => datum(`${name}-${i}`, row[j], 1));
                return `<tr><th scope="row">${corners[i].join(", ")}</th><td>${s1}, ${s2}</td><td>${h1}, ${h2}</td>
                    <td>${y}</td><td>${row[5]} ${row[5] === wanted[i] ? "✓" : "✗"}</td></tr>`;
            });
            return `The line gets ${right} of 4 right, the network ${network_right} of 4.`;
        },
    };
}
