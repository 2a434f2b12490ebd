// Chapter 5: an embedding that can be nudged, the hidden layer, the ten tokens.
{
    const size = 64, tokens = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], temperatures = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    // Bars that stand on the middle of a drawing: those above it and those below, as paths.
    const bars = (svg, values, most) => {
        const step = svg.clientWidth / values.length, middle = svg.clientHeight / 2, gap = Math.min(1, step / 4);
        const bar = (value, i) => `M${i * step + gap} ${middle} v${-clamp(value / most, -1, 1) * middle}
            h${step - 2 * gap} V${middle}Z`;
        const part = (kind, belongs) =>
            `<path class="${kind}" d="${values.map((value, i) => belongs(value) ? bar(value, i) : "").join("")}"/>`;
        return part("positive", (value) => value > 0) + part("negative", (value) => value < 0) +
            `<path class="middle" d="M0 ${middle} H${svg.clientWidth}"/>`;
    };

    widgets.mlp = {
        title: "Nudge the embedding",
        // nudged: index, value, index, value ...; temperature: its place in the list
        start: {nudged: [], temperature: [6], seed: [0]},
        limits: {nudged: [-1, size - 1], temperature: [0, temperatures.length - 1], seed: [0, 99]},

        build(widget) {
            widget.chosen = 0;
            widget.body.classList.add("mlp");
            widget.body.append(element(`<p>Drag across the <b>64 numbers of the embedding</b>, or choose one with the left
                    and right arrow keys and change it with up and down.</p>`),
                element(`<svg class="mlp-embedding" tabindex="0" role="slider" aria-orientation="vertical"
                    aria-valuemin="-1" aria-valuemax="1"></svg>`),
                element(`<p><b>256 hidden values</b>, after GELU</p>`),
                element(`<svg class="mlp-hidden" role="img" aria-label="256 bars, one for each hidden value"></svg>`),
                element(`<table class="mlp-tokens"><thead><tr><th scope="col">token</th><th scope="col" colspan="2">logit</th>
                    <th scope="col" colspan="2">probability</th></tr></thead><tbody></tbody></table>`),
                element(`<p class="mlp-entropy"></p>`), element(`<div class="widget-columns"></div>`));
            widget.body.lastElementChild.append(
                widget.slider("temperature", "temperature", "temperature", 0, {step: 1, shown: (i) => `${temperatures[i]}`}),
                widget.slider("seed", "seed", "seed", 0, {step: 1, decimals: 0}));

            const svg = widget.body.querySelector(".mlp-embedding");
            const nudge = (values) => {  // a Map from indices to values
                const {nudged} = widget.state, all = new Map();
                for (let i = 0; i < nudged.length; i += 2) all.set(nudged[i], nudged[i + 1]);
                for (const [i, value] of values) all.set(i, clamp(Math.round(100 * value) / 100, -1, 1));
                widget.show({nudged: [...all].sort(([i], [j]) => i - j).flat()});
            };
            on_drag(svg, svg, (x, y, begins) => {
                const i = clamp(Math.floor(x / svg.clientWidth * size), 0, size - 1), last = begins ? i : widget.chosen;
                const value = 1 - 2 * y / svg.clientHeight, painted = new Map();
                for (let j = Math.min(i, last); j <= Math.max(i, last); ++j) painted.set(j, value);  // a fast pointer skips
                widget.chosen = i;
                nudge(painted);
            });
            svg.addEventListener("keydown", (event) => {
                const across = {ArrowLeft: -1, ArrowRight: 1, Home: -size, End: size}[event.key];
                const upward = {ArrowUp: 0.05, ArrowDown: -0.05, PageUp: 0.5, PageDown: -0.5}[event.key];
                if (!across && !upward) return;
                event.preventDefault();
                if (across) {
                    widget.chosen = clamp(widget.chosen + across, 0, size - 1);
                    widget.draw();
                } else nudge([[widget.chosen, widget.embedding[widget.chosen] + upward]]);
            });
        },

        draw(widget) {
            const {nudged, temperature: [place], seed: [seed]} = widget.state, temperature = temperatures[Math.round(place)];
            const embedding = widget.embedding = compute("mlp_embedding", seed);
            for (let i = 0; i + 1 < nudged.length; i += 2)
                if (nudged[i] in embedding) compute("mlp_nudge", nudged[i], embedding[nudged[i]] = clamp(nudged[i + 1], -1, 1));
            const numbers = compute("mlp", seed, temperature);
            const logits = numbers.slice(0, 10), probs = numbers.slice(10, 20), [entropy, uniform, share] = numbers.slice(20);

            const [svg, hidden] = widget.body.querySelectorAll("svg"), step = svg.clientWidth / size;
            svg.innerHTML = `<rect class="chosen" x="${widget.chosen * step}" width="${step}" height="100%"/>
                ${bars(svg, embedding, 1)}`;
            svg.setAttribute("aria-label", `number ${widget.chosen + 1} of ${size} of the embedding`);
            svg.setAttribute("aria-valuenow", embedding[widget.chosen].toFixed(2));
            svg.setAttribute("aria-valuetext", text(embedding[widget.chosen], 2));
            const values = numbers.slice(23);
            hidden.innerHTML = bars(hidden, values, Math.max(0.2, ...values.map(Math.abs)));

            const most_logit = Math.max(0.15, ...logits.map(Math.abs));
            const most_prob = [0.2, 0.5, 1].find((most) => Math.max(...probs) <= most);
            widget.body.querySelector("tbody").innerHTML = tokens.map((i) => `<tr><th scope="row">${i}</th>
                <td>${datum(`logit-${i}`, logits[i], 3)}</td>
                <td class="bar both"><i class="${logits[i] < 0 ? "negative" : "positive"}"
                    style="width: ${50 * Math.abs(logits[i]) / most_logit}%"></i></td>
                <td>${datum(`prob-${i}`, probs[i], 3)}</td>
                <td class="bar"><i style="width: ${100 * probs[i] / most_prob}%"></i>
                    <i class="uniform" style="left: ${10 / most_prob}%"></i></td></tr>`).join("");
            widget.body.querySelector(".mlp-entropy").innerHTML = `Entropy ${datum("entropy", entropy, 6)} of at most
                ${datum("uniform", uniform, 6)}: ${datum("share", 100 * share, 2)} %`;
            const best = probs.indexOf(Math.max(...probs));
            return `The most probable token is ${best} with ${text(probs[best], 3)};
                the entropy is ${text(100 * share, 2)} percent of the largest.`;
        },
    };
}
