/* Drafts: what is typed is saved while it is typed; when the server is away, a copy stays on this computer and says so. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const EVERY = 4000;
  const START_OF_2026 = 1767225600;
  const SENT = "heyi:sent";
  const LEFT_OUT = ["csrfmiddlewaretoken", "version"];
  const owner = document.body.dataset.officer || "0";

  function storeKey(key) { return "heyi:draft:" + owner + ":" + key; }

  function typed(form) {
    const body = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      const field = form.elements.namedItem(name);
      const leftOut = field && (field.type === "password" || (field.dataset && "timerSeconds" in field.dataset));
      if (typeof value === "string" && !leftOut && !LEFT_OUT.includes(name)) body.append(name, value);
    });
    return body.toString();
  }

  function beijingTime() {
    return new Intl.DateTimeFormat("en-GB", {
      hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "Asia/Shanghai",
    }).format(new Date());
  }

  function watch(form) {
    const key = form.dataset.draft;
    const status = form.querySelector("[data-draft-status]") || document.querySelector("[data-draft-status]");
    let saved = key === cameBack ? "" : typed(form);  // what came back is kept on the server anew
    let revision = 0;
    let underWay = false;
    let sent = false;

    function say(text, bad) {
      if (!status) return;
      status.textContent = text;
      status.classList.toggle("draft-status-bad", Boolean(bad));
    }

    function copy(text) { return heyi.store.set(storeKey(key), JSON.stringify({ at: Date.now(), text: text })); }

    function keepHere(text, word) {
      if (copy(text)) say(heyi.word(word) + " " + beijingTime(), true);
    }

    /* Seconds rise across windows and reloads, so an old save arriving late is recognised. */
    function nextRevision() {
      revision = Math.max(revision + 1, Math.floor(Date.now() / 1000) - START_OF_2026);
      return revision;
    }

    function post(text, number) {
      return fetch("/drafts/" + key + "/", {
        method: "POST",
        body: text + (text ? "&" : "") + "_revision=" + number,
        credentials: "same-origin",
        redirect: "manual",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": heyi.token() },
      });
    }

    async function settle(answer, text, number) {
      if (answer.type === "opaqueredirect") return keepHere(text, "draftSignedOut");
      if (!answer.ok) return keepHere(text, "draftLocal");
      const kept = await answer.json();
      if (kept.revision > number) return keepHere(text, "draftNewer");
      saved = text;
      if (heyi.touch) heyi.touch();
      heyi.store.drop(storeKey(key));
      return say(heyi.word("draftSaved") + " " + kept.saved_at, false);
    }

    async function save() {
      const text = typed(form);
      if (underWay || sent || text === saved) return;
      underWay = true;
      const number = nextRevision();
      try {
        await settle(await post(text, number), text, number);
      } catch (error) {
        keepHere(text, "draftLocal");
      } finally {
        underWay = false;
      }
    }

    setInterval(save, EVERY);
    form.addEventListener("submit", function (event) {
      if (event.defaultPrevented) return;
      sent = true;
      copy(typed(form));
      sessionStorage.setItem(SENT, key);
      setTimeout(function () { sent = false; }, 15000);
    });
    document.addEventListener("visibilitychange", function () { if (document.hidden) save(); });
    offerKept(form, key, typed(form));
  }

  /* What this window has just sent: an answer with a summary of faults holds it already; without one the session was
     over, and it is put back. Other text that never reached the server is only offered: somebody may have gone on
     elsewhere. */
  function offerKept(form, key, current) {
    const raw = heyi.store.get(storeKey(key));
    const kept = raw && JSON.parse(raw);
    if (!kept || kept.text === current) return;
    if (key === cameBack) {
      if (!document.querySelector("[data-summary]")) fill(form, kept.text);
      return;
    }
    const box = document.createElement("p");
    box.className = "notice notice-warning";
    box.append(heyi.word("draftFound") + " ");
    box.append(button(heyi.word("draftRestore"), function () { fill(form, kept.text); box.remove(); }), " ");
    box.append(button(heyi.word("draftDiscard"), function () { heyi.store.drop(storeKey(key)); box.remove(); }));
    form.prepend(box);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-outline-secondary btn-sm";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function fill(form, text) {
    const values = new URLSearchParams(text);
    addMissingRows(form, values);
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || field.type === "file" || field.type === "hidden" || field.type === "password") return;
      const all = values.getAll(field.name);
      if (field.type === "checkbox" || field.type === "radio") field.checked = all.includes(field.value);
      else if (field.multiple) Array.from(field.options).forEach(function (o) { o.selected = all.includes(o.value); });
      else if (all.length) field.value = all[0];
    });
  }

  function addMissingRows(form, values) {
    form.querySelectorAll("[data-rows]").forEach(function (box) {
      const start = box.dataset.rows + "-";
      const wanted = new Set(Array.from(values.keys()).filter(function (name) { return name.startsWith(start); })
        .map(function (name) { return name.slice(start.length).split("-")[0]; }));
      while (box.querySelectorAll("[data-row]").length < wanted.size) box.querySelector("[data-row-add]").click();
    });
  }

  /* Logging out on a shared machine leaves nothing behind. */
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-forget-drafts]")) return;
    heyi.store.keys().filter(function (key) { return key.startsWith("heyi:draft:"); }).forEach(heyi.store.drop);
  });

  /* A form that was sent and does not come back was accepted: its copy is not needed any more. */
  function forgetSent() {
    const key = sessionStorage.getItem(SENT);
    const back = key && document.querySelector('form[data-draft="' + CSS.escape(key) + '"]');
    if (key && !back) heyi.store.drop(storeKey(key));
    sessionStorage.removeItem(SENT);
    return back ? key : "";
  }

  const cameBack = forgetSent();
  document.querySelectorAll("form[data-draft]").forEach(watch);
})();
