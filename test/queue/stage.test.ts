import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ProcessGroup } from '../harness/processGroup';

const forever = ['-e', 'console.log("up"); setInterval(() => undefined, 1000)'];
const startOn = (stage: ProcessGroup) => stage.start('a program', process.execPath, forever, {});

describe('the stage of the queue test', () => {
	let place: string;

	beforeEach(() => {
		place = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-stage-'));
	});

	afterEach(() => rmSync(place, { recursive: true, force: true }));

	it('stops its programs and removes its folders', async () => {
		const stage = new ProcessGroup();
		const folder = stage.folder(join(place, 'folder'));
		const program = startOn(stage);
		await stage.ready(program, async () => Promise.resolve(program.output() === 'up\n'), 10_000);
		await stage.end();
		expect(program.running()).toBe(false);
		expect(existsSync(folder)).toBe(false);
	});

	it('takes down last what was set up first, whatever fails on the way', async () => {
		const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined);
		const order: string[] = [];
		const stage = new ProcessGroup();
		stage.atEnd(() => void order.push('first'));
		stage.atEnd(() => {
			throw new Error('stuck');
		});
		stage.atEnd(() => void order.push('last'));
		await stage.end();
		expect(order).toEqual(['last', 'first']);
		expect(complaint).toHaveBeenCalledWith('stuck');
		complaint.mockRestore();
	});

	it('starts nothing once it was taken down', async () => {
		const stage = new ProcessGroup();
		await stage.end();
		expect(() => startOn(stage)).toThrow('stopped');
	});

	it('says what a program printed that ended instead of getting ready', async () => {
		const stage = new ProcessGroup();
		const args = ['-e', 'console.log("no room")'];
		const program = stage.start('a program', process.execPath, args, {});
		const ready = stage.ready(program, async () => Promise.resolve(false), 10_000);
		await expect(ready).rejects.toThrow(/a program did not start.*no room/s);
		await stage.end();
	});

	it('says that a program is missing', async () => {
		const stage = new ProcessGroup();
		const program = stage.start('a program', join(place, 'nothing'), [], {});
		const ready = stage.ready(program, async () => Promise.resolve(false), 10_000);
		await expect(ready).rejects.toThrow(/ENOENT/);
		await stage.end();
	});
});
