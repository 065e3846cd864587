/* What is written is kept on the server by itself.
 *
 *   <div data-autosave-form>
 *     <form …><p role="status" data-autosave data-saved="Saved {time}" data-lost="…"></p></form>
 *   </div>
 *
 * The form is sent to its own address a moment after the last keystroke, with "autosave" in it, and
 * nothing is kept in this browser: the computer may be shared. Where the server is out of reach the
 * words stay in the form, and it is tried again. Without scripts the buttons save.
 */

const PAUSE = 2000;
const AGAIN = 15000;

const time = (moment) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(moment);

function keep(form, status) {
  let timer;
  let sent = Promise.resolve();

  const soon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };
  const send = async () => {
    const body = new FormData(form);
    body.set("autosave", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      if (!answer.ok) throw new TypeError(answer.statusText);
      status.textContent = status.dataset.saved.replace("{time}", time(Date.now()));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      status.textContent = status.dataset.lost;
      soon(AGAIN);
    }
  };
  const save = () => {
    sent = sent.then(send);
  };

  form.addEventListener("input", () => soon(PAUSE));
  form.addEventListener("submit", () => clearTimeout(timer));
}

for (const place of document.querySelectorAll("[data-autosave-form]")) {
  keep(place.querySelector("form"), place.querySelector("[data-autosave]"));
}
