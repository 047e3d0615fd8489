/* The answer of an article goes where the caret stands in the answer, and the call remembers which article it was. */
(function () {
  "use strict";
  const answer = document.getElementById("id_answer_given");
  const box = document.querySelector("[data-inserted]");
  if (!answer || !box) return;
  const list = box.querySelector("[data-inserted-list]");
  let caret = null;

  /* The caret is lost when the button takes the focus, so it is remembered when the field is left. */
  answer.addEventListener("blur", function () { caret = answer.selectionStart; });
  answer.addEventListener("focus", function () { caret = null; });

  function put(text) {
    const at = caret === null ? answer.value.length : Math.min(caret, answer.value.length);
    const before = answer.value.slice(0, at);
    const gap = before && !before.endsWith("\n") ? "\n" : "";
    answer.focus();
    answer.setRangeText(gap + text, at, at, "end");
    answer.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function nextNumber() {
    const numbers = Array.from(list.querySelectorAll("[name]"), function (field) { return Number(field.name.split("-")[1]); });
    return Math.max(-1, ...numbers) + 1;
  }

  function remember(key, title) {
    const known = Array.from(list.querySelectorAll("input[type=checkbox]")).find(function (field) { return field.value === key; });
    if (known) { known.checked = true; return; }
    const row = box.querySelector("template").content.cloneNode(true);
    const n = nextNumber();
    row.querySelectorAll("[name]").forEach(function (field) { field.name = field.name.replace("__n__", n); });
    row.querySelector("input[type=checkbox]").value = key;
    row.querySelector("input[type=hidden]").value = new Date().toISOString();
    row.querySelector("span").textContent = title;
    list.append(row);
    box.hidden = false;
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-insert-answer]");
    if (!button) return;
    event.preventDefault();
    const article = button.closest("[data-article]");
    put(article.querySelector("[data-article-answer]").textContent);
    remember(article.dataset.article, article.dataset.title);
  });

  /* Enter in the search box looks for articles; it must not send the call. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.ctrlKey && event.target.matches("[data-no-submit]")) event.preventDefault();
  });
})();
