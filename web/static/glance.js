/* The live preview beside a form.
 *
 *   <aside data-glance="/address" hidden><div data-glance-shown></div></aside>
 *
 * The form of the page is sent to the address a moment after the last keystroke, and the answer is
 * shown. Only the latest answer counts. Where the server is out of reach the last preview stays.
 */

const PAUSE = 900;

function follow(aside, form) {
  const shown = aside.querySelector("[data-glance-shown]");
  let timer;
  let latest;

  const show = async () => {
    latest?.abort();
    latest = new AbortController();
    try {
      const answer = await fetch(aside.dataset.glance, {
        method: "POST",
        body: new FormData(form),
        signal: latest.signal,
      });
      if (!answer.ok || answer.redirected) return;
      shown.innerHTML = await answer.text();
      aside.hidden = false;
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  };
  const showSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };

  form.addEventListener("input", showSoon);
  form.addEventListener("change", showSoon);
  addEventListener("pagehide", () => clearTimeout(timer));
  show();
}

const form = document.querySelector("form.sheet[data-draft-key]");
for (const aside of document.querySelectorAll("[data-glance]")) {
  if (form) follow(aside, form);
}
