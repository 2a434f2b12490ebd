// Chapter 6: one line, which two handles move, and two layers, whose weights are sliders.
{
    const low = -0.4, high = 1.4, reach = [-0.35, 1.35];  // of the input square, of the handles in it
    const corners = [[0, 0], [0, 1], [1, 0], [1, 1]], wanted = [0, 1, 1, 0];
    const point = (corner) => `(${corner.join(", ")})`;

    // Drawing in the square [low, high]²: the place of (x, y), shapes from the polygons of C++, and its two axes.
    const plane = (svg, low, high) => {
        const size = svg.clientWidth, scale = size / (high - low);
        const x = (value) => (value - low) * scale, y = (value) => (high - value) * scale;
        const outline = (numbers) => {  // each polygon: the number of its corners, then the corners
            let path = "";
            for (let i = 0; i < numbers.length; i += 1 + 2 * numbers[i])
                for (let j = 0; j < numbers[i]; ++j)
                    path += `${j ? "L" : "M"}${x(numbers[i + 1 + 2 * j])} ${y(numbers[i + 2 + 2 * j])}${
                        j === numbers[i] - 1 ? "Z" : ""}`;
            return path;
        };
        // The edge of the half-plane, without the edges of the square: those lie outside of the picture.
        const edge = (w1, w2, b, kind) =>
            `<path class="${kind}" d="${outline(compute("half_plane", w1, w2, b, 2 * low - high, 2 * high - low))}"/>`;
        const ticks = (values) => values.map((value) => `<text class="quiet" x="${x(value)}" y="${size - 5}"
            text-anchor="middle">${value}</text><text class="quiet" x="6" y="${y(value) + 5}">${text(value, 0)}</text>`);
        const axes = (across, upward, values) => `<text x="${size - 4}" y="${size - 5}" text-anchor="end">${across}</text>
            <text x="6" y="16">${upward}</text>${ticks(values).join("")}`;
        const mark = (answer, at) => `<circle class="${answer ? "one" : "none"}" cx="${x(at[0])}" cy="${y(at[1])}"
            r="${size < 200 ? 7 : 10}"/>`;
        const label = (words, at, anchor, below) =>
            `<text x="${x(at[0])}" y="${y(at[1]) + (below ? 26 : -15)}" text-anchor="${anchor}">${words}</text>`;
        return {size, scale, x, y, outline, edge, axes, mark, label};
    };

    // The four corners as they are labelled: one of the 16 ways.
    const labeling = (labels, seen) => `<svg viewBox="0 0 24 24" class="${seen ? "seen" : "unseen"}">${
        corners.map(([x, y], i) => `<circle class="${labels >> i & 1 ? "one" : "none"}" cx="${6 + 12 * x}"
            cy="${18 - 12 * y}" r="4"/>`).join("")}</svg>`;

    widgets.xor = {
        title: "One line, then two layers",
        start: {p: [-0.2, 0.7], q: [0.7, -0.2], seen: [0], h: [1, 1, 0], k: [1, 1, -1], y: [1, -2, 0]},
        limits: {p: reach, q: reach, seen: [0, 65535], h: [-3, 3], k: [-3, 3], y: [-3, 3]},

        build(widget) {
            widget.body.classList.add("xor");
            const handle = (name, which) => `<g class="handle" data-key="${name}" tabindex="0" role="slider"
                aria-label="${which} handle of the line, moved by all four arrow keys" aria-valuemin="${reach[0]}"
                aria-valuemax="${reach[1]}"><circle r="22"/><circle r="7"/></g>`;
            widget.body.append(element(`<div class="xor-line"><svg role="group" aria-label="The four points and a line">
                    <g></g>${handle("p", "first")}${handle("q", "second")}</svg>
                <div><p>Drag the two handles. <b>One line</b> gets <output></output> points right.</p>
                <button type="button">Answer 1 on the other side</button>
                <p class="xor-count"></p><div class="xor-labelings" aria-hidden="true"></div></div></div>`),
            element(`<p class="xor-layers"><b>Two layers</b> with these weights get <output></output> points right.</p>`),
            element(`<div class="xor-pictures"><svg role="img" aria-label="What the network answers in the input square">
                </svg><svg role="img" aria-label="The same points as the hidden layer sees them"></svg></div>`),
            element(`<div class="widget-columns"></div>`),
            element(`<table class="widget-table"><thead><tr><th scope="col">x<sub>1</sub>, x<sub>2</sub></th>
                <th scope="col">sums</th><th scope="col">h<sub>1</sub>, h<sub>2</sub></th><th scope="col">y</th>
                <th scope="col">answer</th></tr></thead><tbody></tbody></table>`));

            const neurons = [["h", "h<sub>1</sub>", "h 1", "x"], ["k", "h<sub>2</sub>", "h 2", "x"], ["y", "y", "y", "h"]];
            for (const [key, label, name, from] of neurons) {
                const group = element(`<fieldset><legend>${label}</legend></fieldset>`);
                for (const i of [0, 1])
                    group.append(widget.slider(`${from}<sub>${i + 1}</sub>`, `${name}, weight of ${from} ${i + 1}`, key, i));
                group.append(widget.slider("b", `${name}, bias`, key, 2));
                widget.body.querySelector(".widget-columns").append(group);
            }

            // What the line made before stays seen.
            const move = (change) =>
                widget.show({...change, seen: [widget.state.seen[0] | 1 << widget.labels]});
            const put = (key, x, y) =>
                move({[key]: [x, y].map((value) => clamp(Math.round(100 * value) / 100, ...reach))});
            const svg = widget.body.querySelector("svg");
            for (const handle of widget.body.querySelectorAll(".handle")) {
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
            widget.body.querySelector("button").addEventListener("click", () =>
                move({p: widget.state.q, q: widget.state.p}));
        },

        draw(widget) {
            const {p, q, seen: [seen], h, k, y} = widget.state;
            const [line_picture, inputs, hidden] = widget.body.querySelectorAll("svg[role]");

            const [w1, w2, b, ...line] = compute("line", ...p, ...q);
            const line_right = line[4], labels = widget.labels = line[5];
            const square = plane(line_picture, low, high);
            line_picture.firstElementChild.innerHTML =
                `<path class="region" d="${square.outline(compute("half_plane", w1, w2, b, low, high))}"/>
                ${square.edge(w1, w2, b, "edge")}${square.axes("x₁", "x₂", [0, 1])}
                ${corners.map((corner, i) => square.mark(wanted[i], corner) +
                    square.label((labels >> i & 1) === wanted[i] ? "" : "wrong", corner, "middle")).join("")}`;
            for (const handle of widget.body.querySelectorAll(".handle")) {
                const [x, y] = widget.state[handle.dataset.key];
                handle.setAttribute("transform", `translate(${square.x(x)} ${square.y(y)})`);
                handle.setAttribute("aria-valuenow", x);
                handle.setAttribute("aria-valuetext", `x 1 is ${text(x, 2)}, x 2 is ${text(y, 2)}`);
            }
            const all = seen | 1 << labels, made = [...all.toString(2)].filter((bit) => bit === "1").length;
            const [line_output, network_output] = widget.body.querySelectorAll("output:not(.widget-slider *)");
            line_output.innerHTML = `<b>${datum("line", line_right, 0)} of 4</b>`;
            widget.body.querySelector(".xor-count").textContent = `Labelings you have made: ${made} of 16. Two will stay pale.`;
            widget.body.querySelector(".xor-labelings").innerHTML =
                Array.from({length: 16}, (_, i) => labeling(i, all >> i & 1)).join("");

            const numbers = compute("xor_network", ...h, ...k, ...y, low, high);
            const rows = corners.map((_, i) => numbers.slice(5 * i, 5 * i + 5)), network_right = numbers[20];
            const input = plane(inputs, low, high);
            inputs.innerHTML = `<path class="region" d="${input.outline(numbers.slice(21))}"/>
                ${input.edge(...h, "fold")}${input.edge(...k, "fold")}${input.axes("x₁", "x₂", [0, 1])}
                ${corners.map((corner, i) => input.mark(wanted[i], corner)).join("")}`;

            const all_of_them = rows.flatMap((row) => row.slice(0, 4));  // must be in the picture
            const from = Math.min(-1.5, Math.floor(Math.min(...all_of_them)) - 0.5);
            const to = Math.max(2.5, Math.ceil(Math.max(...all_of_them)) + 0.5);
            const space = plane(hidden, from, to);
            const places = new Map();  // points that meet share a label
            rows.forEach(([, , h1, h2], i) => places.set(`${[h1, h2]}`, [...places.get(`${[h1, h2]}`) ?? [], i]));
            hidden.innerHTML = `<path class="region" d="${
                space.outline(compute("half_plane", y[0], y[1], y[2] - 0.5, from, to))}"/>
                ${space.edge(y[0], y[1], y[2] - 0.5, "edge")}
                <path class="grid axis" d="M${space.x(0)} 0 V${space.size} M0 ${space.y(0)} H${space.size}"/>
                ${space.axes("h₁", "h₂", [])}
                ${rows.map(([s1, s2, h1, h2]) => `<path class="reading" d="M${space.x(s1)} ${space.y(s2)}
                    L${space.x(h1)} ${space.y(h2)}"/><circle class="before" cx="${space.x(s1)}" cy="${space.y(s2)}" r="3"/>`).join("")}
                ${rows.map(([, , h1, h2], i) => space.mark(wanted[i], [h1, h2])).join("")}
                ${[...places].map(([at, points], i) => space.label(points.map((j) => point(corners[j])).join(" "),
                    at.split(",").map(Number), i === 0 ? "end" : "middle", i === 1)).join("")}`;

            network_output.innerHTML = `<b>${datum("network", network_right, 0)} of 4</b>`;
            widget.body.querySelector("tbody").innerHTML = rows.map((row, i) => {
                const value = (j) => datum(`${["s1", "s2", "h1", "h2", "y"][j]}-${i}`, row[j], 1);
                const answer = row[4] > 0.5 ? 1 : 0;
                return `<tr><th scope="row">${corners[i].join(", ")}</th><td>${value(0)}, ${value(1)}</td>
                    <td>${value(2)}, ${value(3)}</td><td>${value(4)}</td>
                    <td>${answer} ${answer === wanted[i] ? "✓" : "✗"}</td></tr>`;
            }).join("");
            return `The line gets ${line_right} of 4 right, the network ${network_right} of 4.`;
        },
    };
}
