/* What every page has: the drawer by keyboard, no surprising keys, and the way between a school's search and the site's. */
(() => {
  "use strict";
  const drawer = document.getElementById("__drawer");
  const panel = document.getElementById("__search");
  const side = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector('.md-header [for="__drawer"]');
  const opener = drawer && side && label ? document.createElement("button") : null;
  const shut = (toggle) => { if (toggle && toggle.checked) toggle.click(); };

  /* The theme acts on single letters, which nobody can turn off (WCAG 2.1.4); and its labels know Enter only. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(panel && panel.checked) && /^[fspn/,.]$/i.test(event.key)) event.stopPropagation();
    if (event.key === " " && event.target.matches("label[for]")) {
      event.preventDefault();
      event.target.click();
    }
    if (event.key === "Escape" && drawer && drawer.checked) {
      shut(drawer);
      if (opener) opener.focus();
    }
  });

  /* The drawer's label is no button, so no keyboard reaches it: a button takes its place. */
  if (opener) {
    opener.type = "button";
    opener.className = `${label.className} kdcl-drawer`;
    opener.setAttribute("aria-label", drawer.getAttribute("aria-label"));
    opener.append(...label.childNodes);
    label.replaceWith(opener);
    const ours = (links) => [...links].filter((link) => !link.closest(".md-nav--secondary") && link.getClientRects().length);
    const tell = () => opener.setAttribute("aria-expanded", drawer.checked);
    drawer.addEventListener("change", tell);
    tell();
    opener.addEventListener("click", (event) => {
      drawer.click();
      if (!drawer.checked || event.detail) return; // with a count of clicks it was no key
      const here = ours(side.querySelectorAll(".md-nav__link--active")).pop();
      const [first] = ours((here ? here.closest("ul") : side).querySelectorAll("a[href]"));
      if (first) first.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", (event) => {
      if (drawer.checked && event.target !== opener && !side.contains(event.target)) shut(drawer);
    });
  }

  for (const press of document.querySelectorAll(".kdcl-press")) {
    press.hidden = false;
    press.addEventListener("click", () => window.print());
  }

  const search = document.querySelector(".md-search");
  const input = search && search.querySelector(".md-search__input");
  const scope = search && search.querySelector(".kdcl-scope");
  if (!scope || !input) return;

  /* Tab goes on to the links in the panel, where the theme would close it; leaving the panel closes it. */
  search.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && panel.checked) event.stopPropagation();
  });
  search.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !search.contains(event.relatedTarget)) shut(panel);
  });

  const link = scope.querySelector("a");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

  function asking(address, query) {
    const url = new URL(address, location.href);
    url.search = "";
    url.hash = "";
    url.searchParams.set("q", query);
    return url.href;
  }

  const { base } = JSON.parse(document.getElementById("__config").textContent);
  const schools = scope.dataset.schools && new URL(`${base}/${scope.dataset.schools}`, location.href).pathname;
  if (!schools) {
    const all = link.href;
    const carry = () => { link.href = asking(all, input.value); };
    input.addEventListener("input", carry);
    input.addEventListener("focus", carry);
    return;
  }

  /* On the site's pages: when a school is found first, its own search is one step away, with the words that are left. */
  const list = search.querySelector(".md-search-result__list");
  new MutationObserver(() => {
    const first = list.querySelector("li a[href]");
    const path = first ? new URL(first.href).pathname : "";
    const rest = path.startsWith(schools) ? path.slice(schools.length).replace(/\/?(index\.html)?$/, "") : "";
    const school = rest !== "" && !rest.includes("/");
    link.hidden = !school;
    if (!school) return;
    const said = [...first.querySelector("article").childNodes].filter((node) => !node.matches || !node.matches("p"));
    const named = said.map((node) => node.textContent).join(" ").split("·")[0]; // its name and its initials
    const known = plain(named).split(/[^\p{L}\p{N}]+/u);
    const left = input.value.split(/\s+/).filter((word) => !known.includes(plain(word)));
    link.href = asking(first.href, left.join(" "));
    link.querySelector("strong").textContent = first.querySelector("h1, h2").textContent;
  }).observe(list, { childList: true });
})();
