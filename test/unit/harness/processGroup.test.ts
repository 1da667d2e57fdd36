import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answering } from '../../harness/processes';
import { ProcessGroup } from '../../harness/processGroup';

const forever = ['-e', 'console.log("up"); setInterval(() => undefined, 1000)'];
const startIn = (group: ProcessGroup) => group.start(process.execPath, forever);

describe('a group of processes', () => {
	let place: string;

	beforeEach(() => {
		place = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-group-'));
	});

	afterEach(() => rmSync(place, { recursive: true, force: true }));

	it('stops its programs and removes its folders', async () => {
		const group = new ProcessGroup();
		const folder = group.folder(join(place, 'folder'));
		const program = startIn(group);
		await answering(program, 'it', async () => Promise.resolve(program.output() === 'up\n'), 10);
		await group.end();
		expect(program.running()).toBe(false);
		expect(existsSync(folder)).toBe(false);
	});

	it('takes down last what was set up first, whatever fails on the way', async () => {
		const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
		const order: string[] = [];
		const group = new ProcessGroup();
		group.atEnd(() => void order.push('first'));
		group.atEnd(() => {
			throw new Error('stuck');
		});
		group.atEnd(() => void order.push('last'));
		await group.end();
		expect(order).toEqual(['last', 'first']);
		expect(complaint).toHaveBeenCalledWith('stuck');
		complaint.mockRestore();
	});

	it('starts nothing once it was taken down', async () => {
		const group = new ProcessGroup();
		await group.end();
		expect(() => startIn(group)).toThrow('stopped');
	});

	it('says what a program printed that ended instead of getting ready', async () => {
		const group = new ProcessGroup();
		const args = ['-e', 'console.log("no room")'];
		const program = group.start(process.execPath, args);
		const ready = answering(program, 'a program', async () => Promise.resolve(false), 10);
		await expect(ready).rejects.toThrow(/a program did not start.*no room/s);
		await group.end();
	});

	it('says that a program is missing', async () => {
		const group = new ProcessGroup();
		const program = group.start(join(place, 'nothing'), []);
		const ready = answering(program, 'a program', async () => Promise.resolve(false), 10);
		await expect(ready).rejects.toThrow(/ENOENT/);
		await group.end();
	});
});
