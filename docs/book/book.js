// What the pages do beyond showing themselves: theme, menu, search, arrow keys, the section being read.
"use strict";
const root = document.documentElement,
    $ = (selector) => document.querySelector(selector);

// --- light and dark: the system's preference until the reader chooses
const theme = $("#theme"),
    system = matchMedia("(prefers-color-scheme: dark)");
const is_dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const label_theme = () => {
    theme.textContent = is_dark() ? "Light" : "Dark";
};
theme.onclick = () => {
    root.dataset.theme = is_dark() ? "light" : "dark";
    try {
        localStorage.theme = root.dataset.theme;
    } catch {
        /* this browser keeps nothing for files */
    }
    label_theme();
};
system.onchange = label_theme;
label_theme();

// --- the tree, behind a button where the screen is narrow
const menu = $("#menu");
function show_tree(open) {
    menu.setAttribute("aria-expanded", open);
    root.classList.toggle("menu-open", open);
}
menu.onclick = () => show_tree(menu.getAttribute("aria-expanded") !== "true");
$("#tree").addEventListener("click", (event) => {
    if (event.target.closest("a")) show_tree(false);
});
$("#tree [aria-current]")?.scrollIntoView({ block: "nearest" });

// --- what scrolls sideways can be reached by keyboard
function focusable_scrollers() {
    for (const box of document.querySelectorAll("pre, .table, .katex-display")) {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
    }
}
addEventListener("resize", focusable_scrollers);
document.fonts.ready.then(focusable_scrollers);
focusable_scrollers();

// --- the contents at the side show the section being read
const links = [...document.querySelectorAll(".contents a")];
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
function mark_section() {
    let here = 0;
    sections.forEach((section, i) => {
        if (section.getBoundingClientRect().top < innerHeight / 3) here = i;
    });
    if (innerHeight + scrollY >= root.scrollHeight - 2) here = links.length - 1;
    links.forEach((link, i) =>
        i === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"),
    );
}
if (links.length) (addEventListener("scroll", mark_section, { passive: true }), mark_section());

// --- search: the index is loaded when it is asked for
let index, dialog, input, list;
const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const load = (file) =>
    new Promise((done, failed) => {
        document.head.append(
            Object.assign(document.createElement("script"), { src: file, onload: done, onerror: failed }),
        );
    });

async function open_search() {
    if (!dialog) make_dialog();
    if (!dialog.open) dialog.showModal();
    input.select();
    if (index) return;
    await Promise.all([load("minisearch.js"), load("search-index.js")]);
    const word = new RegExp(book_index.words, "gu");
    const tokenize = (text) => text.match(word) ?? [];
    index = MiniSearch.loadJS(book_index.index, { ...book_index.options, tokenize });
    search();
}

function make_dialog() {
    document.body.insertAdjacentHTML("beforeend", `<dialog id="find" aria-label="Search the book">
        <input type="text" role="combobox" aria-label="Search the book" aria-controls="found" aria-expanded="false"
            aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Search the book">
        <p role="status"></p><div id="found" role="listbox" aria-label="Places"></div></dialog>`);
    dialog = $("#find");
    input = $("#find input");
    list = $("#found");
    input.oninput = search;
    dialog.onkeydown = choose;
    list.onmousemove = (event) => select(event.target.closest("a") ?? list.querySelector("[aria-selected=true]"));
    dialog.onclick = (event) => {
        if (event.target === dialog || event.target.closest("a")) dialog.close();
    };
}

// The text around the first word that was found, with the words marked.
function snippet(text, words) {
    const pattern = new RegExp(`(${words.map((word) => word.replaceAll(".", "\\.")).join("|")})`, "giu");
    const at = Math.max(0, text.search(pattern) - 50);
    const parts = text.slice(at ? text.indexOf(" ", at) + 1 : 0).slice(0, 150).split(pattern);
    const marked = parts.map((part, i) => (i % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part))).join("");
    return `${at ? "… " : ""}${marked} …`;
}

function search() {
    if (!index) return;
    const text = input.value.trim();
    const found = index.search(text, {
        prefix: (word) => word.length > 2,
        fuzzy: (word) => (word.length > 5 ? 0.2 : 0),
        combineWith: "AND",
        boost: { title: 2, section: 3 },
        // what is about just this, a word of the glossary or a name, comes first
        boostDocument: (id, term, place) => place.weight * (place.section.toLowerCase() === text.toLowerCase() ? 4 : 1),
    });
    const option = ({ page, title, section, text, terms }, i) => {
        const place = `${escaped(title)}${section && ` <span>· ${escaped(section)}</span>`}`;
        return `<a role="option" tabindex="-1" id="found-${i}" href="${page}"><strong>${place}</strong>
            ${snippet(text || section, terms)}</a>`;
    };
    list.innerHTML = found.slice(0, 12).map(option).join("");
    input.setAttribute("aria-expanded", found.length > 0);
    select(list.firstElementChild);
    $("#find p").textContent = text && !found.length ? `Nothing in the book has “${text}”.` : "";
}

function select(item) {
    for (const other of list.children) other.setAttribute("aria-selected", other === item);
    if (!item) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
}

function choose(event) {
    const selected = list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown") select(selected?.nextElementSibling ?? list.firstElementChild);
    else if (event.key === "ArrowUp") select(selected?.previousElementSibling ?? list.lastElementChild);
    else if (event.key === "Enter") selected?.click();
    else return;
    event.preventDefault();
}
$("#search").onclick = open_search;

// --- keys: / searches, the arrows turn the page, Escape closes the menu
addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented || dialog?.open)
        return;
    const at = document.activeElement;
    if (
        at.matches("input, textarea, select, [role=slider], [contenteditable]") ||
        at.closest('.widget, [tabindex="0"]')
    )
        return;
    if (event.key === "/") (event.preventDefault(), open_search());
    else if (event.key === "Escape") show_tree(false);
    else if (event.key === "ArrowLeft") $(".turn [rel=prev]")?.click();
    else if (event.key === "ArrowRight") $(".turn [rel=next]")?.click();
});
