// Follows the events of what is shown and fetches the page again when something happened. Pages work without it.
(() => {
  const source = document.body.dataset.stream;
  const mark = document.getElementById('live-mark');
  if (!source || !window.EventSource || !window.htmx) return;
  let timer = 0;
  let stale = false;

  const busy = () => {
    const at = document.activeElement;
    const typed = [...document.querySelectorAll('#live textarea')].some((area) => area.value.trim() !== '');
    return typed || (at && at.closest('#live form'));
  };

  const refresh = () => {
    timer = 0;
    if (document.hidden || busy()) { stale = true; return; }
    stale = false;
    htmx.ajax('GET', location.pathname + location.search.replace(/[?&]done=\w+/, ''),
      { target: '#live', select: '#live', swap: 'outerHTML' });
  };

  const soon = (delay) => { if (!timer) timer = setTimeout(refresh, delay); };
  const show = (live) => { if (mark) { mark.hidden = false; mark.classList.toggle('off', !live); mark.lastElementChild.textContent = live ? 'live' : 'reconnecting'; } };

  let open = new Set();
  document.addEventListener('htmx:beforeSwap', () => {
    open = new Set([...document.querySelectorAll('#live details[open]')].map((d) => d.id));
  });
  document.addEventListener('htmx:afterSwap', () => {
    open.forEach((id) => { const d = id && document.getElementById(id); if (d) d.open = true; });
  });

  const events = new EventSource(source);
  events.onopen = () => { show(true); };
  events.onerror = () => { show(false); };
  events.onmessage = () => soon(200);
  events.addEventListener('reset', () => soon(200));
  document.addEventListener('visibilitychange', () => { if (!document.hidden && stale) soon(0); });
  document.addEventListener('focusout', () => { if (stale) soon(400); });
  setInterval(() => { if (!busy()) soon(0); }, 60000);
  addEventListener('pagehide', () => events.close());
})();
