// Which names of common/ there are, and what a name in a page or a listing leads to.
import { escape } from "./convert.mjs";

// entries: [{ name: 'nn::Linear::forward', href, member: true }]
export class Names {
    constructor(entries) {
        this.entries = new Map();
        for (const entry of entries) if (!this.entries.has(entry.name)) this.entries.set(entry.name, entry.href);
        this.members = new Map(); // a member's name, if one class has it, or null
        for (const { name, href, member } of entries) {
            const last = name.split("::").pop();
            if (member) this.members.set(last, this.members.has(last) && this.members.get(last) !== href ? null : href);
        }
    }

    // Inline code that is a qualified name, as in `nn::MLP`, or `nn::relu()`.
    link(code) {
        const href = this.entries.get(code.replace(/\(\)$/, ""));
        return href ? `<a class="name" href="${href}">${escape(code)}</a>` : escape(code);
    }

    // For the code of one file: its "using numpy::to_string;" give short names, and what it defines itself hides them.
    in_file(source) {
        const short = new Map();
        for (const [, name] of source.matchAll(/^\s*using ([\w:]+);/gm))
            if (this.entries.has(name)) short.set(name.split("::").pop(), this.entries.get(name));
        for (const [, space] of source.matchAll(/^namespace ([\w:]+)$/gm))
            // a header of common/ itself
            for (const [name, href] of this.entries)
                if (name.startsWith(`${space}::`) && !name.slice(space.length + 2).includes("::"))
                    short.set(name.split("::").pop(), href);
        const own = new Set([...source.matchAll(/^\s*(?:struct|class) (\w+)/gm)].map((m) => m[1]));
        for (const [, name] of source.matchAll(/^[\w:<>&* ]+[ &*](\w+)\([^;]*\)(?: const)?(?:\s*\{|$)/gm))
            own.add(name);
        return (code) =>
            code.replace(/(\.\s*)?((?:\w+::)*)([A-Za-z_]\w*)|[&<>"]/g, (all, dot, qualifier, name) => {
                if (!name) return escape(all);
                const href = dot
                    ? own.has(name) || !/^[a-z]\w/.test(name) // `b` is anybody's
                        ? null
                        : this.members.get(name)
                    : qualifier
                      ? this.entries.get(qualifier + name)
                      : own.has(name)
                        ? null
                        : short.get(name);
                return href ? `${escape(dot ?? "")}<a href="${href}">${qualifier}${name}</a>` : all;
            });
    }
}
