// Chapter 2: three inputs, their products, the sum, the bend.
widgets.neuron = {
    title: "Move the inputs",
    start: {x: [0.5, -0.3, 0.8], w: [0.4, -0.7, 0.2], b: [0.1]},
    limits: {x: [-3, 3, 0.1], w: [-2, 2, 0.1], b: [-2, 2, 0.1]},

    build(widget) {
        widget.body.append(element(`<div class="neuron"><div class="neuron-inputs"></div>
            <svg role="img" aria-label="The neuron: three products and the bias meet in z, then ReLU gives a"></svg>
            </div>`), element(`<div class="widget-sums"></div>`),
            element(`<details><summary>Weights and bias</summary><div class="widget-columns"></div></details>`));
        const [inputs, parameters] = widget.body.querySelectorAll(".neuron-inputs, .widget-columns");
        for (const i of [0, 1, 2]) {
            inputs.append(widget.slider(`x<sub>${i + 1}</sub>`, `input x ${i + 1}`, "x", i));
            parameters.append(widget.slider(`w<sub>${i + 1}</sub>`, `weight w ${i + 1}`, "w", i));
        }
        parameters.append(widget.slider("b", "bias b", "b", 0));
    },

    draw(widget) {
        const {x, w, b: [b]} = widget.state;
        const [p1, p2, p3, z, a] = compute("neuron", ...x, ...w, b);
        const svg = widget.find("svg"), width = svg.clientWidth, wide = width > 300;
        const row = 56, y = 1.5 * row, radius = wide ? 25 : 18;
        const at = {z: width - (wide ? 150 : 70), a: width - radius - 1};
        const in_circle = (value) => `<text class="plain ${text(value, 2).length > 5 || !wide ? "small" : ""}"`;
        const stroke = (value) => `class="${value > 0 ? "positive" : value < 0 ? "negative" : "zero"}"
            stroke-width="${1.5 + 6 * Math.min(Math.abs(value), 2)}"`;
        const edge = (value, i) => `<path ${stroke(value)} d="M8 ${(i + 0.5) * row}
            C${0.75 * at.z} ${(i + 0.5) * row} ${0.75 * at.z} ${y} ${at.z} ${y}"/>
            <text x="10" y="${(i + 0.5) * row + (i < 2 ? -11 : 22)}">${
            wide ? `${text(x[i], 1)} · ${bracketed(w[i], 1)} = ` : ""}${text(value, 2)}</text>`;
        svg.setAttribute("height", 3.3 * row);
        svg.innerHTML = `${each([p1, p2, p3], edge)}
            <path ${stroke(b)} d="M${at.z} ${3.3 * row} V${y}"/>
            <text x="${at.z + 12}" y="${3.1 * row}">bias ${text(b, 1)}</text>
            <path ${stroke(a)} d="M${at.z} ${y} H${at.a}"/>
            <circle cx="${at.z}" cy="${y}" r="${radius}"/>
            <circle cx="${at.a}" cy="${y}" r="${radius}" class="${a > 0 ? "fires" : ""}"/>
            <g text-anchor="middle">
            ${in_circle(z)} x="${at.z}" y="${y + 5}">${text(z, 2)}</text>
            ${in_circle(a)} x="${at.a}" y="${y + 5}">${text(a, 2)}</text>
            <text class="quiet" x="${at.z}" y="${y - radius - 8}">z</text>
            <text class="quiet" x="${at.a}" y="${y - radius - 8}">a</text>
            ${wide ? `<text class="quiet" x="${(at.z + at.a) / 2}" y="${y - 12}">ReLU</text>` : ""}</g>
            ${a > 0 ? "" : `<text class="quiet" text-anchor="end" x="${width}" y="${y + radius + 20}">silent</text>`}`;

        const terms = x.map((value, i) => `<span>${bracketed(value, 1)} · ${bracketed(w[i], 1)}</span>`);
        widget.find(".widget-sums").innerHTML =
            `<p><i>z</i> = ${[...terms, bracketed(b, 1)].join(" + ")} = ${datum("z", z, 2)}</p>
             <p><i>a</i> = max(0, ${text(z, 2)}) = ${datum("a", a, 2)}</p>`;
        return `z is ${text(z, 2)}, a is ${text(a, 2)}${a > 0 ? "" : ": the neuron is silent"}.`;
    },
};
