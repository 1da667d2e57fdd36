import { inTurn } from '../../../nodes/TencentChatDesk/delivery/memory/rowTurns';

describe('what is done in turn', () => {
	/** Acts that end when they are told to, and a record of what has begun. */
	function acts() {
		const begun: string[] = [];
		const ends = new Map<string, (error?: Error) => void>();
		const act = async (name: string) => {
			begun.push(name);
			await new Promise<void>((resolve, reject) =>
				ends.set(name, (error) => (error ? reject(error) : resolve())),
			);
			return name;
		};
		return { begun, end: (name: string, error?: Error) => ends.get(name)?.(error), act };
	}

	it('goes one after another under one name, in the order of the calls', async () => {
		const { begun, end, act } = acts();
		const results = ['first', 'second', 'third'].map((name) => inTurn('row', () => act(name)));
		expect(begun).toEqual(['first']);
		end('first');
		await results[0];
		expect(begun).toEqual(['first', 'second']);
		end('second');
		await results[1];
		end('third');
		expect(await Promise.all(results)).toEqual(['first', 'second', 'third']);
	});

	it('goes side by side under two names', async () => {
		const { begun, end, act } = acts();
		const results = ['one', 'other'].map((name) => inTurn(name, () => act(name)));
		expect(begun).toEqual(['one', 'other']);
		for (const name of begun) end(name);
		await Promise.all(results);
	});

	it('goes on after one that fails', async () => {
		const { begun, end, act } = acts();
		const failing = inTurn('row', () => act('failing'));
		const behind = inTurn('row', () => act('behind'));
		end('failing', new Error('planted'));
		await expect(failing).rejects.toThrow('planted');
		expect(begun).toEqual(['failing', 'behind']);
		end('behind');
		expect(await behind).toBe('behind');
	});
});
