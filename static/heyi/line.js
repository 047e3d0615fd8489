/* The telephone on the screen: the server tells what the line does, by a stream that comes back by itself. Where no
   stream is to be had the same address is asked again every few seconds. A hidden window listens to nothing: browsers
   allow few connections, and the window is told everything when it is looked at again. */
(function () {
  "use strict";
  const heyi = window.heyi;
  const box = document.querySelector("[data-line-events]");
  if (!box) return;
  const board = document.querySelector("[data-line-board]");
  const address = box.dataset.lineEvents + (board ? "?board" : "");
  const POLL = 4000;
  const STREAM_AGAIN = 60000;
  const BOARD_EVERY = 2000;
  let source = null;
  let polling = 0;
  let again = 0;
  let mark = "";
  let boardDue = 0;
  let boardLast = 0;

  /* clocks: from the instant the exchange told, so that a sleeping window loses nothing */
  function tick() {
    document.querySelectorAll("[data-line-since]").forEach(function (clock) {
      const seconds = Math.max(0, Math.round((Date.now() - Date.parse(clock.dataset.lineSince)) / 1000));
      clock.textContent = heyi.clock(seconds);
    });
    document.querySelectorAll("[data-line-seconds]").forEach(function (clock) {
      clock.textContent = heyi.clock(Number(clock.dataset.lineSeconds));
    });
  }

  /* the bar of the form stays where it is; only what it says of the line is brought up to date */
  function show(html) {
    const told = document.createElement("template");
    told.innerHTML = html;
    document.querySelectorAll("[data-line-shown]").forEach(function (shown) {
      const fresh = told.content.querySelector('[data-line-call="' + CSS.escape(shown.dataset.lineCall) + '"]');
      if (!fresh) return;
      shown.querySelector("[data-line-state]").replaceChildren(...fresh.querySelector("[data-line-state]").childNodes);
      fresh.remove();
    });
    const held = box.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
    box.replaceChildren(told.content);
    const again = held && box.querySelector('a[href="' + CSS.escape(held) + '"]');
    if (again) again.focus();
    tick();
  }

  function take(told) { mark = told.mark; show(told.html); }

  /* the board: at most every two seconds, however much happens */
  function boardChanged() {
    if (!board || boardDue) return;
    boardDue = setTimeout(refreshBoard, Math.max(0, boardLast + BOARD_EVERY - Date.now()));
  }

  async function refreshBoard() {
    boardDue = 0;
    boardLast = Date.now();
    try {
      const answer = await fetch(board.dataset.lineBoard, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) return;
      const held = board.contains(document.activeElement) ? document.activeElement.id : "";
      board.innerHTML = await answer.text();
      const again = held && document.getElementById(held);
      if (again) again.focus();
      tick();
    } catch (error) { heyi.notice(heyi.word("requestFailed")); }
  }

  async function ask() {
    try {
      const headers = { Accept: "application/json", "Last-Event-ID": mark };
      const answer = await fetch(address, { credentials: "same-origin", redirect: "error", headers: headers });
      if (answer.status === 200) take(await answer.json());
      boardChanged();
    } catch (error) { /* the server is away for the moment: it is asked again */ }
  }

  function poll() {
    if (polling) return;
    ask();
    polling = setInterval(ask, POLL);
    again = setTimeout(function () { stop(); listen(); }, STREAM_AGAIN);
  }

  function stop() {
    clearInterval(polling);
    clearTimeout(again);
    polling = again = 0;
    if (source) source.close();
    source = null;
  }

  function listen() {
    if (!window.EventSource) { poll(); return; }
    source = new EventSource(address);
    source.addEventListener("line", function (event) { take({ mark: event.lastEventId, html: JSON.parse(event.data) }); });
    source.addEventListener("board", boardChanged);
    source.addEventListener("open", boardChanged);
    source.addEventListener("error", function () {
      if (source && source.readyState === EventSource.CLOSED) { stop(); poll(); }
    });
  }

  document.addEventListener("visibilitychange", function () {
    stop();
    if (!document.hidden) listen();
  });
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", function (event) { if (event.persisted && !source && !polling) listen(); });
  setInterval(tick, 1000);
  tick();
  if (!document.hidden) listen();
})();
