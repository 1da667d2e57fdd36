import { readCustomerMessage } from '../../../nodes/TencentChatDesk/messages';
import { item, refusal } from '../item';

const message = (messageType: string, values: Record<string, unknown>) =>
	readCustomerMessage(item({ messageType, ...values }));

const url = 'https://example.com/files/a.bin';
const madeUp = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

describe('a sound', () => {
	it('is given as documented, to be downloaded by its address', () => {
		const given = { soundUrl: url, soundSeconds: '3', soundSize: 62351, soundUuid: '1053D4B3' };
		expect(message('sound', given)).toEqual([
			{
				MsgType: 'TIMSoundElem',
				MsgContent: { Url: url, UUID: '1053D4B3', Size: 62351, Second: 3, Download_Flag: 2 },
			},
		]);
	});

	it('needs nothing but its address', () => {
		expect(message('sound', { soundUrl: url })[0]?.MsgContent).toEqual({
			Url: url,
			UUID: madeUp,
			Size: 0,
			Second: 0,
			Download_Flag: 2,
		});
	});
});

describe('a file', () => {
	it('is given as documented, to be downloaded by its address', () => {
		const given = { fileUrl: url, fileName: 'a.bin', fileSize: '1773552', fileUuid: '79D6B7BF' };
		expect(message('file', given)).toEqual([
			{
				MsgType: 'TIMFileElem',
				MsgContent: {
					Url: url,
					UUID: '79D6B7BF',
					FileSize: 1773552,
					FileName: 'a.bin',
					Download_Flag: 2,
				},
			},
		]);
	});

	it('is refused without the name that the recipient sees', () => {
		expect(refusal(() => message('file', { fileUrl: url })).problem).toBe("'File Name' is empty");
	});
});

describe('a video', () => {
	const given = { videoUrl: url, videoThumbUrl: 'https://example.com/still.jpg' };

	it('is given as documented, with its still picture', () => {
		const videoDetails = {
			uuid: '5da38ba8',
			size: 1194603,
			seconds: 5,
			format: 'mov',
			thumbUuid: '6edaffed',
			thumbSize: 13907,
			thumbWidth: 720,
			thumbHeight: 1280,
			thumbFormat: 'PNG',
		};
		expect(message('video', { ...given, videoDetails })).toEqual([
			{
				MsgType: 'TIMVideoFileElem',
				MsgContent: {
					VideoUrl: url,
					VideoUUID: '5da38ba8',
					VideoSize: 1194603,
					VideoSecond: 5,
					VideoFormat: 'mov',
					VideoDownloadFlag: 2,
					ThumbUrl: 'https://example.com/still.jpg',
					ThumbUUID: '6edaffed',
					ThumbSize: 13907,
					ThumbWidth: 720,
					ThumbHeight: 1280,
					ThumbFormat: 'PNG',
					ThumbDownloadFlag: 2,
				},
			},
		]);
	});

	it('has every documented field when only the addresses are known', () => {
		const { MsgContent } = message('video', given)[0]!;
		expect(MsgContent).toMatchObject({
			VideoUUID: madeUp,
			VideoSize: 0,
			VideoSecond: 0,
			VideoFormat: 'mp4',
			ThumbUUID: madeUp,
			ThumbSize: 0,
			ThumbWidth: 0,
			ThumbHeight: 0,
			ThumbFormat: 'JPG',
		});
		expect(MsgContent.VideoUUID).not.toBe(MsgContent.ThumbUUID);
	});

	it('is refused without its still picture', () => {
		const read = () => message('video', { videoUrl: url });
		expect(refusal(read).problem).toBe("'Still Picture URL' is empty");
	});
});

describe('an image', () => {
	const imageUrl = 'https://example.com/photo.png';

	it('is given as documented, in three versions whose address is spelt in capitals', () => {
		const imageDetails = {
			uuid: '1053D4B3',
			format: '1',
			originalSize: 1853095,
			originalWidth: 2448,
			originalHeight: 3264,
			largeUrl: 'https://example.com/large.png',
			largeSize: 2565240,
			largeWidth: 720,
			largeHeight: 960,
			thumbnailUrl: 'https://example.com/thumbnail.png',
			thumbnailSize: 12535,
			thumbnailWidth: 198,
			thumbnailHeight: 264,
		};
		expect(message('image', { imageUrl, imageDetails })).toEqual([
			{
				MsgType: 'TIMImageElem',
				MsgContent: {
					UUID: '1053D4B3',
					ImageFormat: 1,
					ImageInfoArray: [
						{ Type: 1, Size: 1853095, Width: 2448, Height: 3264, URL: imageUrl },
						{
							Type: 2,
							Size: 2565240,
							Width: 720,
							Height: 960,
							URL: 'https://example.com/large.png',
						},
						{
							Type: 3,
							Size: 12535,
							Width: 198,
							Height: 264,
							URL: 'https://example.com/thumbnail.png',
						},
					],
				},
			},
		]);
	});

	it('stands for its own smaller versions when only its address is known', () => {
		const info = (Type: number) => ({ Type, Size: 0, Width: 0, Height: 0, URL: imageUrl });
		expect(message('image', { imageUrl })[0]?.MsgContent).toEqual({
			UUID: madeUp,
			ImageFormat: 3,
			ImageInfoArray: [info(1), info(2), info(3)],
		});
	});

	it.each([
		['https://example.com/a.jpg', 1],
		['https://example.com/a.JPEG?size=big', 1],
		['https://example.com/a.gif#top', 2],
		['https://example.com/a.png', 3],
		['https://example.com/a.bmp', 4],
		['https://example.com/a.webp', 255],
		['https://example.com/a', 255],
		['https://example.com/a.constructor', 255],
		['https://example.jpg/a', 255],
		['https://example.com/a?name=b.jpg', 255],
		['https://example.com/a.png.zip', 255],
		['https://example.com/a.png/b', 255],
		['https://example.com/png', 255],
	])('tells its format from the ending: %s', (address, format) => {
		const { ImageFormat } = message('image', { imageUrl: address })[0]!.MsgContent;
		expect(ImageFormat).toBe(format);
	});

	it('has the format that was chosen, whatever its ending', () => {
		const given = { imageUrl, imageDetails: { format: 255 } };
		expect(message('image', given)[0]?.MsgContent.ImageFormat).toBe(255);
	});

	it('has one address, which its details cannot change', () => {
		const imageDetails = { originalUrl: 'https://example.com/other.png' };
		const { ImageInfoArray } = message('image', { imageUrl, imageDetails })[0]!.MsgContent;
		expect(ImageInfoArray).toMatchObject([{ Type: 1, URL: imageUrl }, {}, {}]);
	});

	it('names the version whose address is wrong', () => {
		const read = () => message('image', { imageUrl, imageDetails: { largeUrl: 'large.png' } });
		expect(refusal(read).problem).toBe("'Large URL' is not a web address");
	});
});

describe('the key of a file', () => {
	const keyOf = (address: string) =>
		message('sound', { soundUrl: address })[0]!.MsgContent.UUID as string;

	it('follows from its address, so that the same file is cached once', () => {
		expect(keyOf(url)).toBe(keyOf(url));
		expect(keyOf(url)).not.toBe(keyOf(`${url}?v=2`));
	});
});

describe.each([
	['Sound URL', 'sound', 'soundUrl', {}],
	['File URL', 'file', 'fileUrl', { fileName: 'a' }],
	['Video URL', 'video', 'videoUrl', { videoThumbUrl: url }],
	['Still Picture URL', 'video', 'videoThumbUrl', { videoUrl: url }],
	['Image URL', 'image', 'imageUrl', {}],
])('%s', (label, messageType, name, others) => {
	const give = (address: unknown) => message(messageType, { ...others, [name]: address });

	it('is required', () => {
		expect(refusal(() => give('')).problem).toBe(`'${label}' is empty`);
	});

	it.each([
		['/tmp/a.bin'],
		['example.com/a.bin'],
		['ftp://example.com/a.bin'],
		['https://'],
		['https:///a.bin'],
		['file:///a.bin'],
		['https://my site.com/a.bin'],
		['https://example.com:port/a.bin'],
		['https://exa[mple/a.bin'],
	])('is refused when it is no address on the web: %s', (address) => {
		const { problem, advice } = refusal(() => give(address));
		expect(problem).toBe(`'${label}' is not a web address`);
		expect(advice).toContain('upload the file first');
	});

	it('may have spaces around it', () => {
		expect(JSON.stringify(give(` ${url}\n`))).toContain(`"${url}"`);
	});
});

describe.each([
	['Sound Size', 'sound', { soundUrl: url, soundSize: -1 }],
	['Sound Length', 'sound', { soundUrl: url, soundSeconds: 1.5 }],
	['File Size', 'file', { fileUrl: url, fileName: 'a', fileSize: '3 MB' }],
	['Video Length', 'video', { videoUrl: url, videoThumbUrl: url, videoDetails: { seconds: -1 } }],
	['Thumbnail Width', 'image', { imageUrl: url, imageDetails: { thumbnailWidth: 'wide' } }],
])('%s', (label, messageType, values) => {
	it('is refused by its label when it is no measure', () => {
		expect(refusal(() => message(messageType, values)).problem).toContain(`'${label}'`);
	});
});
