// What draws on the pages of a document, and what measures for it. Lengths are points, y runs down from the top.

/** `other` is the font that a person named for letters which the first two lack. */
export type Face = 'regular' | 'bold' | 'other';

/** A part of the document as screen readers walk through it. A part is the same object wherever it goes on. */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  readonly parent?: Tag;
  /** said in place of what is drawn */
  readonly alt?: string;
}

/** `grey` is for small print, `silver` for lines and `pale` for grounds; none of them means anything by itself. */
export type Ink = 'black' | 'grey' | 'silver' | 'pale' | 'white';

export interface Letters {
  readonly face: Face;
  readonly size: number;
  readonly ink?: Ink;
}

export interface Pen {
  /** `y` is the line that letters stand on. */
  readonly text: (text: string, x: number, y: number, letters: Letters) => void;
  readonly line: (from: readonly [x: number, y: number], to: readonly [x: number, y: number], stroke: Stroke) => void;
  readonly rect: (x: number, y: number, width: number, height: number, paint: Paint) => void;
  /** What is drawn meanwhile belongs to that part of the document. */
  readonly tagged: (tag: Tag, draw: () => void) => void;
  /** What is drawn meanwhile is not read aloud: rules and boxes, or what each page says again. */
  readonly unread: (draw: () => void, type?: 'Layout' | 'Pagination') => void;
}

export interface Stroke {
  readonly width: number;
  readonly ink?: Ink;
  readonly dash?: readonly [number, number];
}

export interface Paint {
  readonly fill?: Ink;
  readonly stroke?: Stroke;
}

export interface Ruler {
  /** at a size of one point */
  readonly widthOf: (text: string, face: Face) => number;
  readonly has: (face: Face, codePoint: number) => boolean;
}
