import ExifReader from 'exifreader';

/** What a photograph says of itself: EXIF 2.32 §4.6. */
export interface Photograph {
  /** Whether it names the place where it was taken. */
  readonly hasPosition: boolean;
  /** How it is turned to be seen, from 1 (as it is) to 8. */
  readonly orientation: number;
}

export function readPhotograph(bytes: Buffer): Photograph {
  const inXmp = bytes.subarray(0, 512 * 1024).includes('GPSLatitude');
  try {
    const { exif, gps } = ExifReader.load(bytes, { expanded: true });
    const turned: unknown = exif?.Orientation?.value;
    return {
      hasPosition: inXmp || gps?.Latitude !== undefined || exif?.GPSLatitude !== undefined,
      orientation: typeof turned === 'number' && turned >= 1 && turned <= 8 ? turned : 1,
    };
  } catch {
    // It holds no metadata, or none that can be read.
    return { hasPosition: inXmp, orientation: 1 };
  }
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
