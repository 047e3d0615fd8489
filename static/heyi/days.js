/* A day is typed as text, in whatever way offices write it; the button beside it opens the browser's calendar. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const PLAIN = /^\d{4}-\d{2}-\d{2}$/;

  function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", heyi.word("icons") + "#" + name);
    svg.append(use);
    return svg;
  }

  function calendar(field) {
    const picker = document.createElement("input");
    picker.type = "date";
    picker.tabIndex = -1;
    picker.className = "day-picker";
    picker.setAttribute("aria-hidden", "true");
    picker.addEventListener("change", function () {
      field.value = picker.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    return picker;
  }

  function ready(field) {
    if (field.disabled || field.readOnly || field.parentElement.classList.contains("day")) return;
    const box = document.createElement("span");
    const button = document.createElement("button");
    const picker = calendar(field);
    box.className = "day";
    button.type = "button";
    button.setAttribute("aria-label", heyi.word("dayChoose"));
    button.append(icon("calendar"));
    button.addEventListener("click", function () {
      picker.value = PLAIN.test(field.value) ? field.value : "";
      picker.showPicker();
    });
    field.replaceWith(box);
    box.append(field, button, picker);
  }

  heyi.readyDays = function (root) {
    if (!HTMLInputElement.prototype.showPicker) return;
    root.querySelectorAll("input[data-day]").forEach(ready);
  };

  heyi.readyDays(document);
})();
