/** What a photograph says of itself: EXIF 2.32 §4.6. */
interface Photograph {
  /** Whether it names the place where it was taken. */
  readonly hasPosition: boolean;
  /** How it is turned to be seen, from 1 (as it is) to 8. */
  readonly orientation: number;
}

export function readPhotograph(bytes: Buffer): Photograph {
  const head = bytes.subarray(0, 512 * 1024);
  const tags = tiffTags(head);
  const turned = tags.get(orientationTag) ?? 1;
  return {
    hasPosition: tags.has(positionTag) || head.includes('GPSLatitude'),
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
  };
}

/** Of the first directory of EXIF: how the picture is turned, and where the place stands. */
const orientationTag = 0x0112;
const positionTag = 0x8825;

/**
 * The tags of the first directory of a TIFF block that follows `Exif`, with the beginning of their values; none where
 * there is no block that can be read (TIFF 6.0, section 2).
 */
function tiffTags(bytes: Buffer): ReadonlyMap<number, number> {
  const tags = new Map<number, number>();
  const marks = ['II*\0', 'MM\0*'].map((mark) => bytes.indexOf(mark, 0, 'latin1')).filter((at) => at >= 0);
  const start = marks.length === 0 ? -1 : Math.min(...marks);
  const isLittle = bytes[start] === 0x49;
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (start < 0 || start + 8 > bytes.length) return tags;
  const directory = start + long(start + 4);
  if (directory + 2 > bytes.length) return tags;
  const last = Math.min(short(directory), Math.floor((bytes.length - directory - 2) / 12));
  for (let entry = 0; entry < last; entry += 1) {
    const at = directory + 2 + entry * 12;
    tags.set(short(at), short(at + 8));
  }
  return tags;
}

/** What segments of a JPEG hold: Exif and XMP (APP1), Photoshop's data (APP13), comments (ITU-T T.81, table B.1). */
const aside: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);
const startOfScan = 0xda;

/** A JPEG without what it says of the place, the device and the hour; it is turned as before. */
export function withoutMetadata(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  const { orientation } = readPhotograph(bytes);
  if (orientation !== 1) kept.push(turning(orientation));
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== startOfScan) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (!aside.has(bytes[at + 1] ?? 0)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

/** A segment that says how the picture is turned and nothing else: one entry of a TIFF directory, tag 0x0112. */
function turning(orientation: number): Buffer {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([head, exif]);
}
