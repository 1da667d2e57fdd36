import { readBucket, type Bucket } from '../../../credentials/cos/bucket';
import { objectOf, safeName } from '../../../nodes/TencentChatDesk/delivery/files/objectOf';
import { cosCredentials } from './support/cos';

const bucket = readBucket(cosCredentials);
const facts = { size: 3, md5: 'MD5', sha256: 'SHA' };
const stored = (fileName?: string, mimeType = 'image/png', change: Partial<Bucket> = {}) =>
	objectOf(
		{ ...bucket, ...change },
		facts,
		{ fileName, mimeType, data: '' },
		{ kind: 'signed', days: 7 },
	);

describe('the name of a file', () => {
	it.each([
		['photo.png', 'photo.png'],
		['C:\\Users\\mia\\photo.png', 'photo.png'],
		['/tmp/photo.png', 'photo.png'],
		[' photo.png ', 'photo.png'],
		['a"b*c:d<e>f?g|h\x7fi\tj', 'a_b_c_d_e_f_g_h_i_j'],
		['..photo', '..photo'],
		['photo..', 'photo..'],
		['...', 'file'],
		['..', 'file'],
		['folder/', 'file'],
		['', 'file'],
		[undefined, 'file'],
	])('of %j is %j', (name, expected) => {
		expect(safeName(name)).toBe(expected);
	});

	it('keeps 120 letters, its ending among them', () => {
		expect(safeName(`${'x'.repeat(116)}.png`)).toBe(`${'x'.repeat(116)}.png`);
		expect(safeName(`${'x'.repeat(117)}.PNG`)).toBe(`${'x'.repeat(116)}.png`);
		expect(safeName('y'.repeat(121))).toBe('y'.repeat(120));
		expect(safeName(`a.png${'z'.repeat(200)}`)).toBe(`a.png${'z'.repeat(115)}`);
	});
});

describe('where a file goes', () => {
	it('ends like its name, and lies in the folder of the bucket', () => {
		expect(stored('photo.PNG').key).toMatch(/^[0-9a-f]{40}\.png$/);
		expect(stored('photo').key).toMatch(/^[0-9a-f]{40}$/);
		expect(stored('photo.png', 'image/png', { folder: 'n8n/files' }).key).toMatch(
			/^n8n\/files\/[0-9a-f]{40}\.png$/,
		);
	});

	it('is one place for one file, and another for another name, type or bucket', () => {
		const { key } = stored('photo.png');
		expect(stored('photo.png').key).toBe(key);
		for (const other of [
			stored('other.png'),
			stored('photo.png', 'image/jpeg'),
			stored('photo.png', 'image/png', { secretKey: 'another key' }),
		]) {
			expect(other.key).not.toBe(key);
		}
	});

	it('is readable for everybody only where that was asked for', () => {
		const link = (kind: 'publicObject' | 'publicBucket') =>
			objectOf(bucket, facts, { fileName: 'a.png', mimeType: 'image/png', data: '' }, { kind });
		expect(link('publicObject').headers).toHaveProperty('x-cos-acl', 'public-read');
		expect(link('publicBucket').headers).not.toHaveProperty('x-cos-acl');
		expect(link('publicObject').key).not.toBe(link('publicBucket').key);
	});
});

describe('how a file is offered', () => {
	it.each([
		['image/png', 'inline'],
		['VIDEO/mp4', 'inline'],
		['audio/ogg', 'inline'],
		['image/svg+xml', 'attachment'],
		['text/html', 'attachment'],
		['application/pdf', 'attachment'],
	])('by its type: %s as %s', (type, kind) => {
		const { headers } = stored('a.bin', type);
		expect(headers['Content-Type']).toBe(type.toLowerCase());
		expect(headers['Content-Disposition']).toBe(
			`${kind}; filename="a.bin"; filename*=UTF-8''a.bin`,
		);
	});

	it.each(['', 'image', 'image/png; charset=x', ' image/png', 'text/html\r\nX-A: b'])(
		'as bytes where its type is none: %j',
		(type) => {
			expect(stored('a.bin', type).headers).toMatchObject({
				'Content-Type': 'application/octet-stream',
				'Content-Disposition': expect.stringMatching(/^attachment;/) as string,
			});
		},
	);

	it('with its name in plain letters for old clients, and whole for others', () => {
		expect(stored("Mia's 照片 (50%).png").headers['Content-Disposition']).toBe(
			"inline; filename=\"Mia's __ (50_).png\"; filename*=UTF-8''Mia%27s%20%E7%85%A7%E7%89%87%20%2850%25%29.png",
		);
	});
});
