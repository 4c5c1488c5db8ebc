import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import { ImageAtlas, type Sprite } from './imageAtlas.ts';
import { drawHalo, drawMark, haloName, imageName, type Halo, type MarkLook } from './markImage.ts';
import type { Palette } from './palette.ts';

/** A mark to draw. */
export interface DrawnMark {
  /** Degrees. */
  readonly lngLat: readonly [number, number];
  /** How far from there it is drawn, pixels to the right and down. */
  readonly offset: readonly [x: number, y: number];
  readonly look: MarkLook;
  readonly halo: Halo | null;
}

const VERTEX = `#version 300 es
layout(location = 0) in vec2 middle;
layout(location = 1) in vec2 size;
layout(location = 2) in vec4 part;
uniform vec3 screen;
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  // On whole pixels, so that it is sharp.
  vec2 origin = round((middle - size * 0.5) * screen.z) / screen.z;
  vec2 place = (origin + corner * size) / screen.xy;
  at = mix(part.xy, part.zw, corner);
  gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D images;
in vec2 at;
out vec4 color;
void main() {
  color = texture(images, at);
}`;
/** No mark reaches farther from its middle, pixels. */
const LARGEST = 64;
/** Side of the texture for a screen of one pixel to a pixel: room for more than fit on one. */
const SIDE = 2048;
/** Numbers that each quad is drawn from: middle, size, part of the texture. */
const QUAD = 8;

interface Drawing {
  readonly program: WebGLProgram;
  readonly screen: WebGLUniformLocation | null;
  readonly vertices: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  readonly atlas: ImageAtlas;
  readonly pixelRatio: number;
}

/**
 * The marks, as a layer of the map. They are drawn in the very next frame: sources of MapLibre go
 * by way of its worker, which takes several.
 */
export class MarkLayer implements CustomLayerInterface {
  readonly id = 'mark-images';
  readonly type = 'custom';
  readonly #map: MapLibreMap;
  #drawing: Drawing | null = null;
  #palette: Palette;
  #marks: readonly DrawnMark[] = [];

  constructor(map: MapLibreMap, palette: Palette) {
    this.#map = map;
    this.#palette = palette;
    // A context that was lost has nothing of what was made in it.
    map.on('webglcontextlost', () => (this.#drawing = null));
  }

  /** Draws just these, the later ones above. */
  show(marks: readonly DrawnMark[]): void {
    this.#marks = marks;
    this.#map.triggerRepaint();
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#drawing?.atlas.clear();
    this.#map.triggerRepaint();
  }

  render(gl: WebGL2RenderingContext): void {
    const pixelRatio = Math.ceil(Math.min(2, this.#map.getPixelRatio()));
    // A window that was moved to another screen needs other images.
    if (this.#drawing?.pixelRatio !== pixelRatio) this.#drawing = begin(gl, pixelRatio);
    const { program, screen, vertices, buffer, atlas } = this.#drawing;
    atlas.bind();
    const quads = this.#quads(atlas, pixelRatio) ?? this.#quadsAnew(atlas, pixelRatio);
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    gl.useProgram(program);
    gl.uniform3f(screen, width, height, this.#map.getPixelRatio());
    gl.bindVertexArray(vertices);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, quads, gl.STREAM_DRAW);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, quads.length / QUAD);
    gl.bindVertexArray(null);
  }

  /** The texture may be full of images that aren't on the screen any more. */
  #quadsAnew(atlas: ImageAtlas, pixelRatio: number): Float32Array {
    atlas.clear();
    return this.#quads(atlas, pixelRatio) ?? new Float32Array(0);
  }

  /** `null` where the texture has no room for an image. */
  #quads(atlas: ImageAtlas, pixelRatio: number): Float32Array | null {
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    const bounds = this.#map.getBounds();
    const palette = this.#palette;
    const quads: number[] = [];
    for (const { lngLat, offset, look, halo } of this.#marks) {
      const [lng, lat] = lngLat;
      // In every copy of the world that is seen.
      const first = Math.ceil((bounds.getWest() - lng) / 360 - 0.1);
      const last = Math.floor((bounds.getEast() - lng) / 360 + 0.1);
      for (let turn = first; turn <= last; turn++) {
        const spot = this.#map.project([lng + 360 * turn, lat]);
        const x = spot.x + offset[0];
        const y = spot.y + offset[1];
        const isSeen =
          x > -LARGEST && y > -LARGEST && x < clientWidth + LARGEST && y < clientHeight + LARGEST;
        if (!isSeen) continue;
        const sprites: (Sprite | null)[] = [];
        if (halo !== null)
          sprites.push(
            atlas.get(haloName(look, halo), pixelRatio, () =>
              drawHalo(look, halo, palette, pixelRatio),
            ),
          );
        sprites.push(
          atlas.get(imageName(look), pixelRatio, () => drawMark(look, palette, pixelRatio)),
        );
        for (const sprite of sprites) {
          if (sprite === null) return null;
          const { left, top, right, bottom, width, height } = sprite;
          quads.push(x, y, width, height, left, top, right, bottom);
        }
      }
    }
    return new Float32Array(quads);
  }
}

function begin(gl: WebGL2RenderingContext, pixelRatio: number): Drawing {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) continue; // Only where the context is lost.
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.isContextLost() && gl.getProgramParameter(program, gl.LINK_STATUS) !== true)
    throw new Error(`The marks’ shader can’t be made: ${gl.getProgramInfoLog(program) ?? ''}`);

  const buffer = gl.createBuffer();
  const vertices = gl.createVertexArray();
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  let offset = 0;
  for (const [attribute, size] of [2, 2, 4].entries()) {
    gl.enableVertexAttribArray(attribute);
    gl.vertexAttribPointer(attribute, size, gl.FLOAT, false, QUAD * 4, offset * 4);
    gl.vertexAttribDivisor(attribute, 1);
    offset += size;
  }
  gl.bindVertexArray(null);
  return {
    program,
    screen: gl.getUniformLocation(program, 'screen'),
    vertices,
    buffer,
    atlas: new ImageAtlas(gl, SIDE * pixelRatio),
    pixelRatio,
  };
}
