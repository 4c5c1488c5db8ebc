/** Where an image lies in the texture, as parts of its side; and its size on the screen, pixels. */
export interface Sprite {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Between images, so that none bleeds into another. */
const GAP = 1;

interface Shelf {
  readonly top: number;
  readonly height: number;
  filled: number;
}

/**
 * Images by name in one texture of the GPU, each drawn when it is first asked for. Images of one
 * height lie beside each other on shelves; when there is no more room, all are forgotten.
 */
export class ImageAtlas {
  readonly #gl: WebGL2RenderingContext;
  readonly #texture: WebGLTexture;
  readonly #side: number;
  readonly #sprites = new Map<string, Sprite>();
  #shelves: Shelf[] = [];

  /** `side` is that of the texture, in its own pixels. */
  constructor(gl: WebGL2RenderingContext, side: number) {
    this.#gl = gl;
    this.#side = side;
    this.#texture = gl.createTexture();
    this.bind();
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, side, side);
    for (const [name, value] of [
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
      [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
    ] as const)
      gl.texParameteri(gl.TEXTURE_2D, name, value);
  }

  bind(): void {
    this.#gl.activeTexture(this.#gl.TEXTURE0);
    this.#gl.bindTexture(this.#gl.TEXTURE_2D, this.#texture);
  }

  /** Forgets all images: they are to look otherwise. */
  clear(): void {
    this.#sprites.clear();
    this.#shelves = [];
  }

  /**
   * An image, in a texture that is bound; `draw` draws it with so many pixels to one of the screen's.
   * `null` where there is no more room beside those asked for before.
   */
  get(name: string, pixelRatio: number, draw: () => ImageData): Sprite | null {
    const known = this.#sprites.get(name);
    if (known !== undefined) return known;
    const image = draw();
    const place = this.#place(image.width + GAP, image.height + GAP);
    if (place === null) return null;
    const { left, top } = place;
    const gl = this.#gl;
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, gl.RGBA, gl.UNSIGNED_BYTE, image);
    const sprite: Sprite = {
      left: left / this.#side,
      top: top / this.#side,
      right: (left + image.width) / this.#side,
      bottom: (top + image.height) / this.#side,
      width: image.width / pixelRatio,
      height: image.height / pixelRatio,
    };
    this.#sprites.set(name, sprite);
    return sprite;
  }

  #place(width: number, height: number): { left: number; top: number } | null {
    const shelf =
      this.#shelves.find(
        (shelf) => shelf.height === height && shelf.filled + width <= this.#side,
      ) ?? this.#addShelf(height);
    if (shelf === null) return null;
    const left = shelf.filled;
    shelf.filled += width;
    return { left, top: shelf.top };
  }

  #addShelf(height: number): Shelf | null {
    const last = this.#shelves.at(-1);
    const top = last ? last.top + last.height : 0;
    if (top + height > this.#side) return null;
    const shelf = { top, height, filled: 0 };
    this.#shelves.push(shelf);
    return shelf;
  }
}
