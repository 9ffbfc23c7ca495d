// A gallery in a text: a button that chooses several pictures at once, each an item of Wagtail's own
// list. Without it pictures are added one by one, as in any list.
(() => {
  const { StructBlockDefinition } = window.wagtailStreamField.blocks;
  const MOVES = "[data-streamfield-action=MOVE_UP], [data-streamfield-action=MOVE_DOWN]";

  const put = (text, numbers) =>
    text.replace(/%\((\w+)\)s/g, (_whole, name) => numbers[name]);

  // Fills the items that wait for a picture first, then adds to the end; gives the first filled.
  const add = (list, pictures) => {
    const waiting = list.children.filter((item) => !item.getValue());
    const items = pictures.map((picture) => {
      const item = waiting.shift();
      if (!item) return list.insert(picture, list.children.length, { id: crypto.randomUUID?.() });
      item.block.setState(picture);
      return item;
    });
    return items[0];
  };

  // An item that moves in the page takes the focus from its button: it is given back.
  const tellOfMoves = (list, tell) => {
    const move = list.moveBlock.bind(list);
    list.moveBlock = (from, to) => {
      const button = document.activeElement.closest(MOVES);
      move(from, to);
      const item = list.children[to];
      if (button && item.element.contains(button)) {
        const usable = [button, ...item.element.querySelectorAll(MOVES)].find((each) => !each.disabled);
        usable?.focus();
      }
      tell({ place: to + 1, count: list.children.length });
    };
  };

  class GalleryBlockDefinition extends StructBlockDefinition {
    constructor(name, children, meta, texts) {
      super(name, children, meta);
      this.texts = texts;
    }

    render(...given) {
      const block = super.render(...given);
      const list = block.childBlocks.images;
      const { widget } = list.blockDef.childBlockDef;

      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary";
      button.textContent = this.texts.choose;
      const status = document.createElement("p");
      status.className = "w-sr-only";
      status.setAttribute("role", "status");
      list.container[0].append(button, status);

      const say = (text, numbers) => {
        status.textContent = put(text, numbers);
      };
      button.addEventListener("click", () => {
        widget.openModal(
          (pictures) => {
            add(list, pictures)?.element.scrollIntoView({ block: "nearest" });
            button.focus();
            say(this.texts.added, { count: pictures.length });
          },
          { multiple: true },
        );
      });
      tellOfMoves(list, (numbers) => say(this.texts.moved, numbers));
      return block;
    }
  }

  window.telepath.register("base.blocks.GalleryBlock", GalleryBlockDefinition);
})();
