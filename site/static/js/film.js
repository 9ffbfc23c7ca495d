// Plays a film in its own site's player once it is asked for. Without it there is a link to that site.
for (const film of document.querySelectorAll("[data-film]")) {
  const stage = film.querySelector("[data-film-stage]");
  const button = film.querySelector("[data-film-play]");

  button.hidden = false;
  button.addEventListener("click", () => {
    const player = document.createElement("iframe");
    player.title = film.dataset.filmTitle;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    // The player says nothing but an error to a page it knows nothing of.
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = film.dataset.film;
    stage.replaceChildren(player);
    stage.classList.add("video-stage-playing");
    player.focus();
  });
}
