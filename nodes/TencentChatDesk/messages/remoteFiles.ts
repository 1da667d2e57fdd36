import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../parameters/json';
import type { RemoteFile } from '../parameters/remoteFile';

/** Which version of a picture is loaded: `Type` of the API. */
export const imageSizes = { original: 1, large: 2, thumbnail: 3 } as const;
export type ImageSize = keyof typeof imageSizes;

/** `ImageFormat` of the API. */
const imageEndings: Readonly<Record<number, string>> = { 1: 'jpg', 2: 'gif', 3: 'png', 4: 'bmp' };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const bytes = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

/** The ending of an address, with a dot, as far as it can be one. */
function endingOf(address: string | undefined): string | undefined {
	if (address === undefined || !URL.canParse(address)) return undefined;
	return /\.\w{1,8}$/.exec(new URL(address).pathname)?.[0];
}

function image({ ImageInfoArray, ImageFormat }: IDataObject, size: ImageSize) {
	const versions = objectsIn(ImageInfoArray);
	const wanted = versions.find(({ Type }) => Type === imageSizes[size]) ?? versions[0] ?? {};
	const address = text(wanted.URL) ?? text(wanted.Url);
	const ending = imageEndings[Number(ImageFormat)];
	return {
		address,
		name: `image${ending === undefined ? (endingOf(address) ?? '') : `.${ending}`}`,
		size: bytes(wanted.Size),
	};
}

type Reader = (
	content: IDataObject,
	size: ImageSize,
) => { address: string | undefined; name: string; size?: number };

/** What of each type can be loaded. Documentation: Chat > "Message Formats". */
const readers: Readonly<Record<string, [kind: RemoteFile['kind'], read: Reader]>> = {
	TIMImageElem: ['image', image],
	TIMFileElem: [
		'file',
		({ Url, FileName, FileSize }) => ({
			address: text(Url),
			name: text(FileName) ?? 'file',
			size: bytes(FileSize),
		}),
	],
	TIMSoundElem: [
		'sound',
		({ Url, Size }) => ({
			address: text(Url),
			name: `sound${endingOf(text(Url)) ?? ''}`,
			size: bytes(Size),
		}),
	],
	TIMVideoFileElem: [
		'video',
		({ VideoUrl, VideoFormat, VideoSize }) => {
			const format = text(VideoFormat);
			const ending = format !== undefined && /^\w{1,8}$/.test(format) ? `.${format}` : undefined;
			return {
				address: text(VideoUrl),
				name: `video${ending ?? endingOf(text(VideoUrl)) ?? ''}`,
				size: bytes(VideoSize),
			};
		},
	],
};

/** The files of a message, in the order of its elements. */
export function remoteFiles(msgBody: unknown, size: ImageSize): RemoteFile[] {
	return objectsIn(msgBody).flatMap(({ MsgType, MsgContent }) => {
		const known =
			typeof MsgType === 'string' && Object.hasOwn(readers, MsgType) ? readers[MsgType] : undefined;
		if (!known) return [];
		const [content = {}] = objectsIn([MsgContent]);
		return [{ kind: known[0], ...known[1](content, size) }];
	});
}
