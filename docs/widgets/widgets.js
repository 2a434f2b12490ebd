// What the widgets share: the call into C++, the state in the address, sliders, numbers as text. A widget is a file of
// its own, which adds itself to `widgets`; see neuron.js. What C++ computes is never computed here.

const widgets = {};
let cpp;  // the compiled widgets.cpp

// compute("neuron", 0.5, ...): the results of a function of widgets.cpp
function compute(name, ...values) {
    const at = cpp["_" + name](...values) / 8;
    return Array.from(cpp.HEAPF64.subarray(at + 1, at + 1 + cpp.HEAPF64[at]));
}

// A number as text, with a true minus sign and none before 0.
function text(value, decimals) {
    const digits = Math.abs(value).toFixed(decimals);
    return (value < 0 && Number(digits) !== 0 ? "−" : "") + digits;
}
const bracketed = (value, decimals) => value < 0 ? `(${text(value, decimals)})` : text(value, decimals);

// The number as it is shown, with all its digits beside it.
const datum = (name, value, decimals) =>
    `<data data-name="${name}" value="${value}">${text(value, decimals)}</data>`;

const each = (items, html) => items.map(html).join("");
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

// element("<p>...</p>"): what the text describes
function element(html) {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return template.content.firstElementChild;
}

// While a pointer that was pressed on the target stays pressed: move(x, y, begins), its place in the frame in pixels.
function on_drag(target, frame, move) {
    const tell = (event) => {
        const box = frame.getBoundingClientRect();
        move(event.clientX - box.left, event.clientY - box.top, event.type === "pointerdown");
    };
    target.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        target.setPointerCapture(event.pointerId);
        tell(event);
    });
    target.addEventListener("pointermove", (event) => {
        if (target.hasPointerCapture(event.pointerId)) tell(event);
    });
}

// A widget on the page. `kind` describes it: its `title`, its `start` (a list of numbers for each key of its state),
// the `limits` of each key (least, most, step), `build(widget)`, which fills the body once, and `draw(widget)`, which
// shows the state and returns it in a sentence. A key whose list may have any length starts empty.
class Widget {
    constructor(name, place) {
        this.name = name;
        this.kind = widgets[name];
        this.sliders = [];
        this.root = element(`<section class="widget-frame" aria-labelledby="widget-${name}">
            <header><strong id="widget-${name}">${this.kind.title}</strong><button type="button">Reset</button></header>
            <div class="widget-body"></div><p class="widget-live" role="status"></p></section>`);
        this.body = this.root.querySelector(".widget-body");
        this.root.querySelector("button").addEventListener("click", () => this.show(this.start()));
        this.state = this.start();
        this.root.addEventListener("keydown", (event) => {  // the book turns its pages at the others
            if (event.key.startsWith("Arrow")) event.stopPropagation();
        });
        this.kind.build(this);
        place.replaceChildren(this.root);
        addEventListener("hashchange", () => this.read_address());
        new ResizeObserver(() => this.draw()).observe(this.body);
        if (this.read_address()) this.root.scrollIntoView({behavior: "instant", block: "nearest"});
        this.draw();
    }

    find(selector) { return this.body.querySelector(selector); }

    start() { return structuredClone(this.kind.start); }

    // show({x: [1, 2, 3]}): changes a part of the state, or all of it
    show(change) {
        Object.assign(this.state, change);
        this.draw();
        clearTimeout(this.later);  // not at each step of a drag: browsers limit it, and nobody listens that fast
        this.later = setTimeout(() => { this.write_address(); this.speak(); }, 400);
    }

    draw() {
        for (const slider of this.sliders) slider();
        this.sentence = this.kind.draw(this);
    }

    speak() { this.root.querySelector(".widget-live").textContent = this.sentence; }

    // The address ends in #neuron:x=0.5,-0.3,1&b=0: what differs from the start. Another fragment is not ours.
    write_address() {
        const parts = Object.entries(this.state).filter(([key, values]) => `${values}` !== `${this.kind.start[key]}`);
        const ours = location.hash.startsWith(`#${this.name}:`);
        if (!parts.length && !ours) return;
        const fragment = parts.length ? `#${this.name}:` + parts.map((part) => part.join("=")).join("&") : "";
        history.replaceState(null, "", location.pathname + location.search + fragment);
    }

    // What cannot be read or is out of its limits is left at its start.
    read_address() {
        const fragment = location.hash.replace(/%[2-7][0-9a-f]/gi, decodeURIComponent);  // as mail programs write it
        const [, ours] = fragment.split(`#${this.name}:`);
        if (ours === undefined) return false;
        const state = this.start();
        for (const [key, list] of ours.split("&").map((part) => part.split("="))) {
            if (!Object.hasOwn(state, key)) continue;
            const values = (list ?? "").split(",").map((value) => value === "" ? NaN : Number(value));
            const [low, high, step] = this.kind.limits[key];
            const good = (value) => value >= low && value <= high && (step !== 1 || Number.isInteger(value));
            const fits = !state[key].length || state[key].length === values.length;
            if (fits && values.every(good)) state[key] = values;
        }
        this.state = state;
        this.draw();
        return true;
    }

    // A slider for state[key][index]; `label` is what one sees, `name` what a screen reader says.
    slider(label, name, key, index, {decimals = 1, shown = (value) => text(value, decimals)} = {}) {
        const [low, high, step] = this.kind.limits[key];
        const row = element(`<label class="widget-slider"><span aria-hidden="true">${label}</span>
            <input type="range" min="${low}" max="${high}" step="${step}" aria-label="${name}">
            <output></output></label>`);
        const [, input, output] = row.children;
        input.addEventListener("input", () => {
            this.show({[key]: this.state[key].with(index, Number(input.value))});
        });
        this.sliders.push(() => {
            input.value = this.state[key][index];
            output.textContent = shown(this.state[key][index]);
            input.setAttribute("aria-valuetext", output.textContent);
        });
        return row;
    }
}

// The pages that have a widget load this file after their text is there, and nothing waits for it.
const ready = workbook_cpp().then((module) => {
    cpp = module;
    document.head.append(element(`<style>${widgets_style}</style>`));
    for (const place of document.querySelectorAll("[data-widget]")) new Widget(place.dataset.widget, place);
});
