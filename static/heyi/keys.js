/* Keyboard: few single keys, never while text is being typed or composed, and they can be switched off. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const SWITCH = "heyi:keys";
  const sheet = document.getElementById("keys");
  let afterG = 0;

  function isOn() { return heyi.store.get(SWITCH) !== "off"; }

  function inText(element) {
    if (!element) return false;
    if (element.isContentEditable || element.matches("textarea, select")) return true;
    return element.matches("input") && !element.matches("[type=checkbox], [type=radio], [type=button], [type=submit]");
  }

  function visible(element) { return Boolean(element && element.getClientRects().length); }

  function press(selector) {
    const target = Array.from(document.querySelectorAll(selector)).find(visible);
    if (target) target.click();
    return Boolean(target);
  }

  /* rows of a list */
  function rows() { return Array.from(document.querySelectorAll("table[data-rows-nav] tbody tr")).filter(visible); }

  function chosen() { return document.querySelector("table[data-rows-nav] tr.row-chosen"); }

  function move(step) {
    const all = rows();
    if (!all.length) return false;
    const current = all.indexOf(chosen());
    const next = Math.min(all.length - 1, Math.max(0, current < 0 ? 0 : current + step));
    all.forEach(function (row, n) { row.classList.toggle("row-chosen", n === next); });
    const link = all[next].querySelector("a[href]");
    if (link) link.focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "nearest" });
    return true;
  }

  function open() {
    const row = chosen();
    const link = row && row.querySelector("a[href]");
    if (link) link.click();
    return Boolean(link);
  }

  /* call type by its place in the group */
  function choose(digit) {
    const group = Array.from(document.querySelectorAll("[data-choice-keys]")).find(visible);
    const choice = group && group.querySelectorAll("input[type=radio]")[Number(digit) - 1];
    if (!choice) return false;
    choice.click();
    choice.focus();
    return true;
  }

  function mainAction(from) {
    const form = from && from.closest("form");
    const button = (form && form.querySelector("[data-main], button[type=submit].btn-primary")) || document.querySelector("[data-main]");
    if (button) button.click();
    return Boolean(button);
  }

  function showSheet() {
    if (!sheet || sheet.open) return false;
    sheet.querySelector("[data-keys-switch]").checked = isOn();
    sheet.showModal();
    return true;
  }

  function leave() {
    const opened = document.querySelector("details[data-menu][open]");
    if (opened) { heyi.closeMenus(); opened.querySelector("summary").focus(); return true; }
    if (inText(document.activeElement)) { document.activeElement.blur(); return true; }
    return false;
  }

  function searchBox() {
    const box = document.querySelector("[data-search]");
    if (box) { box.focus(); box.select(); }
    return Boolean(box);
  }

  function go(letter) { return press('[data-go="' + letter + '"]'); }

  const single = {
    "/": searchBox,
    "?": showSheet,
    j: function () { return move(1) || press('[data-key="j"]'); },
    k: function () { return move(-1) || press('[data-key="k"]'); },
    Enter: function () { return !document.activeElement.matches("a, button, summary, input") && open(); },
    g: function () { afterG = Date.now(); return true; },
  };

  function act(key) {
    if (Date.now() - afterG < 1500 && key !== "g") { afterG = 0; return /^[a-z]$/.test(key) && go(key); }
    if (Object.hasOwn(single, key)) return single[key]();
    if (/^[1-8]$/.test(key)) return choose(key);
    return /^[neatw]$/.test(key) && press('[data-key="' + key + '"]');
  }

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (event.altKey || event.metaKey || (sheet && sheet.open)) return;
    if (event.ctrlKey) {
      if (event.key === "Enter" && !event.repeat && mainAction(event.target)) event.preventDefault();
      return;
    }
    if (event.key === "Escape") { leave(); return; }
    if (!isOn() || inText(event.target)) return;
    if (act(event.key)) event.preventDefault();
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-keys-open]")) showSheet();
  });
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-keys-switch]")) heyi.store.set(SWITCH, event.target.checked ? "on" : "off");
  });
  document.querySelectorAll("[data-keys-open]").forEach(function (button) { button.hidden = false; });
})();
