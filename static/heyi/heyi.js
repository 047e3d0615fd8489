/* Small helps on every page. Each works on attributes, and every page works without them. */
(function () {
  "use strict";
  const heyi = (window.heyi = {});

  heyi.word = function (name) {
    const words = document.getElementById("words");
    return (words && words.dataset[name]) || "";
  };

  heyi.token = function () {
    const meta = document.querySelector('meta[name="csrf-token"]');
    return meta ? meta.content : "";
  };

  /* The browser's store may be switched off or full: then nothing is remembered, and nothing breaks. */
  heyi.store = {
    get(key) { try { return localStorage.getItem(key); } catch (error) { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); return true; } catch (error) { return false; } },
    drop(key) { try { localStorage.removeItem(key); } catch (error) { /* nothing was kept */ } },
    keys() { try { return Object.keys(localStorage); } catch (error) { return []; } },
  };

  heyi.notice = function (text) {
    const box = document.getElementById("notices");
    if (!box || !text) return;
    const line = document.createElement("p");
    line.className = "notice notice-warning";
    line.textContent = text;
    box.replaceChildren(line);
  };

  heyi.clock = function (seconds) {
    const parts = [Math.floor(seconds / 60), seconds % 60];
    if (parts[0] >= 60) parts.splice(0, 1, Math.floor(parts[0] / 60), parts[0] % 60);
    return parts.map(function (part) { return String(part).padStart(2, "0"); }).join(":");
  };

  /* call timer: counts from the instant of the answer, so a sleeping tab does not lose time */
  function startTimer(element) {
    const since = element.dataset.since
      ? Date.parse(element.dataset.since)
      : Date.now() - 1000 * Number(element.dataset.seconds || 0);
    function show() {
      const seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
      element.textContent = heyi.clock(seconds);
      const field = document.querySelector("[data-timer-seconds]");
      if (field) field.value = seconds;
    }
    show();
    setInterval(function () { if (element.isConnected) show(); }, 1000);
  }

  /* repeating rows */
  function rowNumber(list) {
    const numbers = Array.from(list.querySelectorAll("[name]"), function (field) {
      const found = field.name.match(/-(\d+)-[^-]+$/);
      return found ? Number(found[1]) : -1;
    });
    return Math.max(-1, ...numbers) + 1;
  }

  function isBlank(row) {
    return Array.from(row.querySelectorAll("input, select, textarea")).every(function (field) {
      if (field.type === "checkbox" || field.type === "radio") return !field.checked;
      if (field.tagName === "SELECT") return !field.value || field.selectedIndex === 0;
      return !field.value.trim();
    });
  }

  function addRow(box) {
    const list = box.querySelector("[data-row-list]");
    const n = rowNumber(list);
    const copy = box.querySelector("template").content.cloneNode(true);
    copy.querySelectorAll("*").forEach(function (element) {
      Array.from(element.attributes).forEach(function (attribute) {
        if (attribute.value.includes("__n__")) attribute.value = attribute.value.replace(/__n__/g, n);
      });
    });
    list.append(copy);
    const row = list.lastElementChild;
    readyRow(row);
    const first = row.querySelector("input, select, textarea");
    if (first) first.focus();
  }

  function readyRow(row) {
    const button = row.querySelector("[data-row-remove]");
    if (button) button.hidden = false;
    if (heyi.readyDays) heyi.readyDays(row);
  }

  function removeRow(button) {
    const box = button.closest("[data-rows]");
    button.closest("[data-row]").remove();
    box.querySelector("[data-row-add]").focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function readyRows(box) {
    const rows = Array.from(box.querySelectorAll("[data-row]"));
    rows.forEach(readyRow);
    rows.slice(1).filter(isBlank).forEach(function (row) { row.remove(); });
    box.querySelector("[data-row-add]").type = "button";
  }

  /* a form is sent once; a second press while it is under way does nothing */
  function guard(event) {
    const form = event.target;
    const question = (event.submitter && event.submitter.dataset.confirm) || form.dataset.confirm;
    if (question && !window.confirm(question)) return event.preventDefault();
    if (!("once" in form.dataset) || event.defaultPrevented) return undefined;
    if (form.classList.contains("sending")) return event.preventDefault();
    form.classList.add("sending");
    if (event.submitter) event.submitter.setAttribute("aria-disabled", "true");
    setTimeout(function () { release(form); }, 15000);
    return undefined;
  }

  function release(form) {
    form.classList.remove("sending");
    form.querySelectorAll("[aria-disabled]").forEach(function (button) { button.removeAttribute("aria-disabled"); });
  }

  function closeMenus(except) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }
  heyi.closeMenus = closeMenus;

  function ready(root) {
    root.querySelectorAll("[data-timer]").forEach(startTimer);
    root.querySelectorAll("[data-rows]").forEach(readyRows);
    root.querySelectorAll("[data-print]").forEach(function (button) { button.hidden = false; });
    if (heyi.readyDays) heyi.readyDays(root);
    const summary = root.querySelector("[data-summary]");
    if (summary) summary.focus();
  }

  /* Put the value of a button into a field; without script the button is sent and the server does it. */
  function fill(button, event) {
    const field = document.getElementById(button.dataset.fill);
    if (!field) return;
    event.preventDefault();
    field.value = button.value;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
  }

  document.addEventListener("click", function (event) {
    const target = event.target.closest("[data-row-add], [data-row-remove], [data-print], [data-fill], details[data-menu]");
    closeMenus(event.target.closest("details[data-menu]"));
    if (!target) return;
    if (target.matches("[data-row-add]")) addRow(target.closest("[data-rows]"));
    if (target.matches("[data-row-remove]")) removeRow(target);
    if (target.matches("[data-print]")) window.print();
    if (target.matches("[data-fill]")) fill(target, event);
  });
  document.addEventListener("submit", guard);
  window.addEventListener("pageshow", function () { document.querySelectorAll("form.sending").forEach(release); });

  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = heyi.token();
  });
  document.addEventListener("htmx:load", function (event) { if (event.detail.elt !== document.body) ready(event.detail.elt); });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (!event.target.closest || !event.target.closest("[data-unattended]")) heyi.notice(heyi.word("requestFailed"));
    });
  });

  ready(document);
})();
