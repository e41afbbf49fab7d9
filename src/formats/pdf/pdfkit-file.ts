// A PDF file that is drawn page by page. The one file that imports pdfkit.
import PDFDocument from 'pdfkit';
import { type CivilDate, utcMidnight } from '../../domain/civil-date.ts';
import type { Fonts } from '../format.ts';
import type { Face, Ink, Paint, Pen, Ruler, Stroke, Tag } from './pen.ts';

export interface PdfFile extends Ruler, Pen {
  readonly newPage: (width: number, height: number) => void;
  /** an entry of the outline that leads to the page of the moment */
  readonly bookmark: (title: string) => void;
  readonly finish: () => Promise<Uint8Array>;
}

const inks: Record<Ink, string> = {
  black: '#000000',
  grey: '#404040',
  silver: '#a0a0a0',
  pale: '#e8e8e8',
  white: '#ffffff',
};

/** What pdfkit knows of a font and does not tell. */
interface Opened {
  readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean } };
}

/** Throws where the bytes are no font. */
export function openPdf(fonts: Fonts, title: string, day: CivilDate): PdfFile {
  // The identity of the file is made from these, so equal answers are equal files.
  const info = { Title: new MarkupSafe(title) as string, Creator: 'ascpi', CreationDate: utcMidnight(day) };
  // Without a font of its own pdfkit would look for Helvetica beside itself, where a bundle has none.
  const options = { font: '', tagged: true, lang: 'en', displayTitle: true, pdfVersion: '1.7' } as const;
  const doc = new PDFDocument({ ...options, info, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));

  for (const face of ['regular', 'bold', 'other'] as const) if (fonts[face]) doc.registerFont(face, fonts[face]);
  const use = (face: Face) => doc.font(face);
  const font = (face: Face) => (use(face) as unknown as Opened)._font.font;
  if (fonts.other) use('other').fontSize(1).widthOfString('a');

  const root = doc.struct('Document');
  doc.addStructure(root);
  const elements = new Map<Tag, PDFKit.PDFStructureElement>();
  const elementOf = (tag: Tag): PDFKit.PDFStructureElement => {
    const known = elements.get(tag);
    if (known) return known;
    const scope = tag.type === 'TH' ? { scope: 'Column' } : {};
    const element = doc.struct(tag.type, { ...(tag.alt === undefined ? {} : { alt: tag.alt }), ...scope });
    (tag.parent ? elementOf(tag.parent) : root).add(element);
    elements.set(tag, element);
    return element;
  };

  const stroke = ({ width, ink = 'black', dash }: Stroke) => {
    doc.lineWidth(width).strokeColor(inks[ink]);
    if (dash) doc.dash(dash[0], { space: dash[1] });
    else doc.undash();
  };

  return {
    widthOf: (text, face) => use(face).fontSize(1).widthOfString(text),
    has: (face, codePoint) => (face !== 'other' || fonts.other ? font(face).hasGlyphForCodePoint(codePoint) : false),
    newPage: (width, height) => void doc.addPage({ size: [width, height], margin: 0 }),
    bookmark: (title) => void doc.outline.addItem(title),
    text: (text, x, y, { face, size, ink = 'black' }) => {
      use(face).fontSize(size).fillColor(inks[ink]).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    },
    line: ([x1, y1], [x2, y2], how) => {
      stroke(how);
      doc.moveTo(x1, y1).lineTo(x2, y2).stroke();
    },
    rect: (x, y, width, height, paint: Paint) => {
      if (paint.fill) doc.rect(x, y, width, height).fill(inks[paint.fill]);
      if (!paint.stroke) return;
      stroke(paint.stroke);
      doc.rect(x, y, width, height).stroke();
    },
    tagged: (tag, draw) => void elementOf(tag).add(draw),
    unread: (draw, type = 'Layout') => {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },
    finish: async () => {
      root.end();
      doc.end();
      await ended;
      return joined(chunks);
    },
  };
}

/** pdfkit writes the title into XML as it is. There it has to be escaped, and in the rest of the file not. */
class MarkupSafe extends String {
  override toString(): string {
    return this.valueOf().replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
