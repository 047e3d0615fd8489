/* Quick registration: Enter leads to the next field, in the last one it saves. While an input method composes, Enter
   belongs to it. Without this script Enter saves at once, and Tab leads on. */
(function () {
  "use strict";
  const form = document.querySelector("[data-enter-flow]");
  if (!form) return;
  const fields = Array.from(form.querySelectorAll("input:not([type=hidden])"));

  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.ctrlKey || event.isComposing || event.keyCode === 229) return;
    const at = fields.indexOf(event.target);
    if (at === -1 || at === fields.length - 1) return;
    event.preventDefault();
    fields[at + 1].focus();
    fields[at + 1].select();
  });

  if (fields.length && !form.querySelector(".field-bad")) fields[0].focus();
})();
