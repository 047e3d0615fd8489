/* An employer is looked for while its name is typed: a combobox over a plain text field, never in the way of typing. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const WAIT = 120;
  let lists = 0;

  function keyField(input) {
    const name = input.dataset.employerField;
    return name && input.form ? input.form.elements.namedItem(name) : null;
  }

  function tell(input) { input.dispatchEvent(new CustomEvent("heyi:employer", { bubbles: true })); }

  /* What was chosen stands below the field: the caller's own words stay in it. */
  function show(input, name) {
    const line = input.form && input.form.querySelector("#employer-chosen");
    if (!line) return;
    line.querySelector("[data-employer-name]").textContent = name;
    line.hidden = !name;
  }

  function take(input, key, name) {
    const field = keyField(input);
    if (field) {
      field.value = key;
      show(input, name);
      if (!input.value.trim()) input.value = name;
    }
    tell(input);
  }

  function drop(input) {
    const field = keyField(input);
    if (!field || !field.value) return;
    field.value = "";
    show(input, "");
    tell(input);
  }

  function combobox(input) {
    const box = document.createElement("div");
    const status = document.createElement("span");
    const id = "employer-list-" + ++lists;
    let waiting = 0;
    let asked = null;
    let active = -1;
    box.className = "employer-list";
    box.hidden = true;
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    input.after(box, status);
    input.parentElement.classList.add("employer-search");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");

    function options() { return Array.from(box.querySelectorAll("[role=option]")); }

    function close() {
      clearTimeout(waiting);
      if (asked) asked.abort();
      box.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      input.removeAttribute("aria-controls");
    }

    function open(html) {
      box.innerHTML = html;
      const list = box.querySelector("[role=listbox]");
      const all = options();
      status.textContent = list ? list.dataset.status : "";
      if (!all.length || document.activeElement !== input) return close();
      list.id = id;
      all.forEach(function (option, n) { option.id = id + "-" + n; });
      active = -1;
      box.hidden = false;
      input.setAttribute("aria-controls", id);
      input.setAttribute("aria-expanded", "true");
      input.removeAttribute("aria-activedescendant");
      return undefined;
    }

    async function ask() {
      const text = input.value.trim();
      if (asked) asked.abort();
      if (text.length < 2) return close();
      asked = new AbortController();
      try {
        const answer = await fetch(input.dataset.employerSearch, {
          method: "POST",
          body: new URLSearchParams({ text: text }),
          credentials: "same-origin",
          redirect: "error",
          signal: asked.signal,
          headers: { "X-CSRFToken": heyi.token() },
        });
        if (answer.ok) open(await answer.text());
      } catch (error) {
        /* Typed on, or the server is away: the field stays what it is. */
      }
      return undefined;
    }

    function move(step) {
      const all = options();
      active = (active + step + all.length + (active < 0 && step < 0 ? 1 : 0)) % all.length;
      all.forEach(function (option, n) { option.setAttribute("aria-selected", String(n === active)); });
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }

    function choose(option) {
      close();
      if (keyField(input)) return take(input, option.dataset.key, option.dataset.name);
      input.value = option.dataset.name;
      const code = input.form && input.form.elements.namedItem(input.name.replace(/-name$/, "-uscc"));
      if (code && option.dataset.code) code.value = option.dataset.code;
      return tell(input);
    }

    input.addEventListener("input", function (event) {
      drop(input);
      clearTimeout(waiting);
      if (!event.isComposing) waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener("compositionend", function () {
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (box.hidden) {
        if (event.key === "ArrowDown") { event.preventDefault(); ask(); }
        return;
      }
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter" && !event.ctrlKey) { if (active < 0) close(); else choose(options()[active]); }
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    input.addEventListener("blur", close);
    box.addEventListener("mousedown", function (event) {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) choose(option);
    });
  }

  /* Rows that are added later become one with the first visit. */
  document.addEventListener("focusin", function (event) {
    const input = event.target;
    if (input.matches && input.matches("input[data-employer-search]") && input.getAttribute("role") !== "combobox") combobox(input);
  });

  document.addEventListener("click", function (event) {
    const chosen = event.target.closest("[data-employer-choose]");
    const left = event.target.closest("[data-employer-drop]");
    if (!chosen && !left) return;
    const form = event.target.closest("form");
    const input = form && form.querySelector("input[data-employer-search]");
    if (!input) return;
    if (chosen) take(input, chosen.dataset.key, chosen.dataset.name);
    else drop(input);
    input.focus();
  });
})();
