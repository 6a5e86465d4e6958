/* Filters a list by the form above it: `form[data-kdcl-filter]` names the list; in it, `[data-group]` hold `ul > li`.
   A field named "xa" keeps entries that have, or stand in, `data-xa` with its value; "chu" keeps those with all words
   typed. The choice stands in the address, so that it can be shared. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
  const marked = (text) => text.normalize("NFC").toLowerCase();

  function start(form) {
    const list = document.getElementById(form.dataset.kdclFilter);
    const output = form.querySelector("output");
    const fields = [...form.elements].filter((field) => field.name);
    const groups = [...list.querySelectorAll("[data-group]")].map((node) => ({ node, open: node.open }));
    let items = null;

    function said(node) {
      const headings = [];
      for (let group = node.closest("[data-group]"); group; group = group.parentElement.closest("[data-group]")) {
        headings.push(group.querySelector("h2, h3").textContent);
      }
      return [node.dataset.also || "", node.textContent, ...headings].join(" ");
    }

    function read() {
      items = items || [...list.querySelectorAll("[data-group] > ul > li")].map((node) => {
        const text = said(node);
        return { node, marked: marked(text), plain: plain(text) };
      });
    }

    function keeps(item, field) {
      if (field.name === "chu") {
        return marked(field.value).split(/\s+/).filter(Boolean).every((word) => (
          word === plain(word) ? item.plain.includes(word) : item.marked.includes(word)
        ));
      }
      const holder = item.node.closest(`[data-${field.name}]`);
      return !field.value || (holder && holder.getAttribute(`data-${field.name}`).split(" ").includes(field.value));
    }

    function apply() {
      read();
      const active = fields.filter((field) => field.value.trim());
      let found = 0;
      for (const item of items) {
        item.node.hidden = !active.every((field) => keeps(item, field));
        if (!item.node.hidden) found++;
      }
      for (const { node, open } of groups) {
        node.hidden = !node.querySelector("li:not([hidden])");
        if ("open" in node) node.open = active.length > 0 || open;
      }
      form.classList.toggle("kdcl-active", active.length > 0);
      output.textContent = form.dataset.found.replace("{found}", found).replace("{total}", items.length);
    }

    function remember() {
      const url = new URL(location.href);
      for (const field of fields) {
        if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
        else url.searchParams.delete(field.name);
      }
      url.hash = "";
      history.replaceState(history.state, "", url);
    }

    /* What a link points at is shown, filter or not. */
    function reveal() {
      const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !list.contains(target)) return;
      if (target.closest("[hidden]")) {
        form.reset();
        apply();
      }
      for (let node = target.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
      target.scrollIntoView();
    }

    let waiting = 0;
    const change = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => { apply(); remember(); });
    };
    form.addEventListener("input", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", reveal);

    const asked = new URL(location.href).searchParams;
    for (const field of fields) {
      if (asked.has(field.name)) field.value = asked.get(field.name);
      const fold = field.value && field.closest("details");
      if (fold) fold.open = true;
    }
    if (fields.some((field) => field.value.trim())) apply();
    reveal();
  }

  document.querySelectorAll("form[data-kdcl-filter]").forEach(start);
})();
