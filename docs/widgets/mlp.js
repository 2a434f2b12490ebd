// Chapter 5: an embedding that can be nudged, the hidden layer, the ten tokens.
{
    const size = 64;  // of the embedding
    const temperatures = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

    // Bars that stand on the middle of a drawing or hang from it.
    const bars = (svg, values, most) => {
        const step = svg.clientWidth / values.length, middle = svg.clientHeight / 2, gap = Math.min(1, step / 4);
        const bar = (value, i) => `M${i * step + gap} ${middle} v${-clamp(value / most, -1, 1) * middle}
            h${step - 2 * gap} V${middle}Z`;
        return `<path class="positive" d="${each(values, (value, i) => value > 0 ? bar(value, i) : "")}"/>
            <path class="negative" d="${each(values, (value, i) => value < 0 ? bar(value, i) : "")}"/>
            <path class="middle" d="M0 ${middle} H${svg.clientWidth}"/>`;
    };

    widgets.mlp = {
        title: "Nudge the embedding",
        // nudged: index, value, index, value, ...; temperature: which of the list
        start: {nudged: [], temperature: [6], seed: [0]},
        limits: {nudged: [-1, size - 1, 0.01], temperature: [0, temperatures.length - 1, 1], seed: [0, 99, 1]},

        build(widget) {
            widget.chosen = 0;
            widget.body.append(element(`<div class="mlp"><p>Drag across the <b>64 numbers of the embedding</b>.</p>
                <svg class="mlp-embedding" tabindex="0" role="slider" aria-orientation="vertical" aria-valuemin="-1"
                    aria-valuemax="1"></svg><p class="widget-hint">← → choose a number, ↑ ↓ change it</p>
                <p><b>256 hidden values</b>, after GELU</p>
                <svg class="mlp-hidden" role="img" aria-label="256 bars, one for each hidden value"></svg>
                <table class="mlp-tokens"><thead><tr><th scope="col">token</th><th scope="col" colspan="2">logit</th>
                    <th scope="col" colspan="2">probability</th></tr></thead><tbody></tbody></table>
                <p class="mlp-entropy"></p><div class="widget-columns"></div></div>`));
            widget.find(".widget-columns").append(
                widget.slider("temperature", "temperature", "temperature", 0, {shown: (i) => `${temperatures[i]}`}),
                widget.slider("seed", "seed", "seed", 0, {decimals: 0}));

            const nudge = (changes) => {  // [[index, value], ...]
                const {nudged} = widget.state, all = new Map();
                for (let i = 0; i < nudged.length; i += 2) all.set(nudged[i], nudged[i + 1]);
                for (const [i, value] of changes) all.set(i, clamp(Math.round(100 * value) / 100, -1, 1));
                widget.show({nudged: [...all].sort(([i], [j]) => i - j).flat()});
            };
            const svg = widget.find(".mlp-embedding");
            on_drag(svg, svg, (x, y, begins) => {
                const i = clamp(Math.floor(x / svg.clientWidth * size), 0, size - 1), last = begins ? i : widget.chosen;
                const changes = [];  // all from the last one on: a fast pointer skips some
                for (let j = Math.min(i, last); j <= Math.max(i, last); ++j)
                    changes.push([j, 1 - 2 * y / svg.clientHeight]);
                widget.chosen = i;
                nudge(changes);
            });
            svg.addEventListener("keydown", (event) => {
                const across = {ArrowLeft: -1, ArrowRight: 1, Home: -size, End: size}[event.key];
                const upward = {ArrowUp: 0.05, ArrowDown: -0.05, PageUp: 0.5, PageDown: -0.5}[event.key];
                if (!across && !upward) return;
                event.preventDefault();
                if (upward) nudge([[widget.chosen, widget.embedding[widget.chosen] + upward]]);
                else widget.chosen = clamp(widget.chosen + across, 0, size - 1);
                widget.draw();
            });
        },

        draw(widget) {
            const {nudged, temperature: [place], seed: [seed]} = widget.state;
            const embedding = widget.embedding = compute("mlp_embedding", seed);
            for (let i = 0; i + 1 < nudged.length; i += 2)
                if (nudged[i] in embedding) {
                    embedding[nudged[i]] = clamp(nudged[i + 1], -1, 1);
                    compute("mlp_nudge", nudged[i], embedding[nudged[i]]);
                }
            const numbers = compute("mlp", seed, temperatures[place]);
            const logits = numbers.slice(0, 10), probs = numbers.slice(10, 20), hidden = numbers.slice(23);
            const [entropy, uniform, share] = numbers.slice(20);

            const svg = widget.find(".mlp-embedding"), chosen = embedding[widget.chosen];
            const step = svg.clientWidth / size;
            svg.innerHTML = `<rect class="chosen" x="${widget.chosen * step}" width="${step}" height="100%"/>
                ${bars(svg, embedding, 1)}`;
            svg.setAttribute("aria-label", `number ${widget.chosen + 1} of ${size} of the embedding`);
            svg.setAttribute("aria-valuenow", chosen.toFixed(2));
            svg.setAttribute("aria-valuetext", text(chosen, 2));
            const hidden_svg = widget.find(".mlp-hidden");
            hidden_svg.innerHTML = bars(hidden_svg, hidden, Math.max(0.2, ...hidden.map(Math.abs)));

            const most_logit = Math.max(0.15, ...logits.map(Math.abs)), most_likely = Math.max(...probs);
            const full = [0.2, 0.5, 1].find((most) => most_likely <= most) ?? 1;
            widget.find("tbody").innerHTML = each(logits, (logit, i) => `<tr><th scope="row">${i}</th>
                <td>${datum(`logit-${i}`, logit, 3)}</td>
                <td class="both"><div><i class="${logit < 0 ? "negative" : "positive"}"
                    style="width: ${50 * Math.abs(logit) / most_logit}%"></i></div></td>
                <td>${datum(`prob-${i}`, probs[i], 3)}</td>
                <td><div><i style="width: ${100 * probs[i] / full}%"></i>
                    <i class="uniform" style="left: ${100 / probs.length / full}%"></i></div></td></tr>`);
            widget.find(".mlp-entropy").innerHTML = `Entropy ${datum("entropy", entropy, 6)} of at most
                ${datum("uniform", uniform, 6)}: ${datum("share", 100 * share, 2)} %`;
            return `The most probable token is ${probs.indexOf(most_likely)} with ${text(most_likely, 3)};
                the entropy is ${text(100 * share, 2)} percent of the largest.`;
        },
    };
}
