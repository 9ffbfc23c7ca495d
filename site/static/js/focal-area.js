// The area of an uploaded picture that must stay in view: drawn with Wagtail's own Jcrop, or written
// as percent. The picture is the editor's own file; the server has no address for one not yet saved.
const list = document.getElementById("upload-list");
const TALLEST = 480; // pixels of the screen
const KEPT = ["x", "y", "width", "height"];
const files = new WeakMap(); // of the items of the list
const areas = new WeakMap(); // of the panels that were opened

const between = (least, number, most) => Math.min(Math.max(number, least), most);

class FocalArea {
  constructor(panel, file) {
    this.panel = panel;
    this.numbers = [...panel.querySelectorAll("input[type=number]")];
    const form = panel.closest("form");
    this.kept = KEPT.map((name) => form.querySelector(`input.focal_point_${name}`));
    this.picture = new Image();
    this.picture.alt = "";
    this.picture.addEventListener("load", () => this.begin(), { once: true });
    this.picture.addEventListener("error", () => {
      panel.querySelector("[data-focal-area-unseen]").hidden = false;
    });
    this.picture.src = URL.createObjectURL(file);
    panel.addEventListener("input", () => this.read());
    panel.addEventListener("change", () => this.fill(this.written));
    panel.querySelector("[data-focal-area-remove]").addEventListener("click", () => {
      this.jcrop.release();
      this.removed();
    });
    let resized;
    window.addEventListener("resize", () => {
      clearTimeout(resized);
      resized = setTimeout(() => this.jcrop && panel.isConnected && this.beginAgain(), 300);
    });
  }

  // Pixels of the whole picture: width and height.
  get size() {
    return [this.picture.naturalWidth, this.picture.naturalHeight];
  }

  begin() {
    this.panel.querySelector("[data-focal-area-tools]").hidden = false;
    const place = this.panel.querySelector("[data-focal-area-picture]");
    place.replaceChildren(this.picture);
    const area = this;
    window.jQuery(this.picture).Jcrop(
      {
        trueSize: this.size,
        boxWidth: place.clientWidth,
        boxHeight: TALLEST,
        bgColor: "rgb(192, 192, 192)",
        keySupport: false, // the numbers are for the keys
        onSelect: (box) => this.drawn(box),
        onRelease: () => this.removed(),
      },
      function started() {
        area.jcrop = this;
        this.ui.holder.find("img").attr("alt", "");
        area.show();
        area.tell();
      },
    );
  }

  beginAgain() {
    this.jcrop.destroy();
    this.picture.removeAttribute("style");
    this.begin();
  }

  // Left, top, right and bottom in pixels, of what is kept; nothing where nothing is.
  get box() {
    if (this.kept.some((input) => input.value === "")) return null;
    const [x, y, width, height] = this.kept.map((input) => Number(input.value));
    return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  }

  keep(x, y, width, height) {
    [x + width / 2, y + height / 2, width, height].forEach((value, index) => {
      this.kept[index].value = Math.floor(value);
    });
  }

  forget() {
    for (const input of this.kept) input.value = "";
  }

  drawn(box) {
    if (this.showing) return;
    this.keep(box.x, box.y, box.w, box.h);
    this.tell();
  }

  removed() {
    if (this.showing) return;
    this.forget();
    for (const input of this.numbers) input.value = "";
  }

  // Jcrop tells of what it is told as if it were drawn.
  show() {
    this.showing = true;
    if (this.box) this.jcrop.setSelect(this.box);
    else this.jcrop.release();
    this.showing = false;
  }

  // The numbers, within the picture; an area that lacks one is none.
  get written() {
    const [left, top, width, height] = this.numbers.map((input) => input.valueAsNumber);
    if ([left, top, width, height].some(Number.isNaN)) return null;
    const x = between(0, left, 99);
    const y = between(0, top, 99);
    return [x, y, between(1, width, 100 - x), between(1, height, 100 - y)];
  }

  read() {
    const { written } = this;
    const [wide, high] = this.size;
    if (written) {
      const [x, y, width, height] = written;
      this.keep((x * wide) / 100, (y * high) / 100, (width * wide) / 100, (height * high) / 100);
    } else {
      this.forget();
    }
    this.show();
  }

  tell() {
    if (!this.box) return;
    const [wide, high] = this.size;
    const [left, top, right, bottom] = this.box;
    const percent = [left / wide, top / high, (right - left) / wide, (bottom - top) / high];
    this.fill(percent.map((part) => Math.round(part * 100)));
  }

  fill(numbers) {
    numbers?.forEach((number, index) => {
      this.numbers[index].value = number;
    });
  }
}

window.jQuery("#fileupload").on("fileuploaddone", (_event, { context, files: [file] }) => {
  files.set(context[0], file);
});
list.addEventListener(
  "toggle",
  ({ target: panel }) => {
    if (!panel.matches("[data-focal-area][open]") || areas.has(panel)) return;
    areas.set(panel, new FocalArea(panel, files.get(panel.closest("#upload-list > li"))));
  },
  true, // it does not bubble
);
