import { BoundedMap } from '../../../credentials/boundedMap';

const filled = (map: BoundedMap<string, number>, ...names: string[]) => {
	for (const name of names) map.set(name, name.length, 0);
	return map;
};
const keysOf = (map: BoundedMap<string, number>) => [...map.keys()].join('');

describe('a bounded map', () => {
	it('drops what was set the longest time ago when it is full', () => {
		const map = filled(new BoundedMap<string, number>({ max: 3 }), 'a', 'b', 'c', 'a', 'd');
		expect(keysOf(map)).toBe('cad');
		expect([map.size, map.has('b', 0), map.get('a', 0)]).toEqual([3, false, 1]);
	});

	it('keeps nothing longer than it may', () => {
		const map = filled(new BoundedMap<string, number>({ max: 9, maxAge: 10 }), 'a');
		expect([map.get('a', 9), map.get('a', 10)]).toEqual([1, undefined]);
		map.set('b', 2, 10);
		expect(keysOf(map)).toBe('b');
	});

	it('keeps nothing alive by a clock that was set back', () => {
		const map = new BoundedMap<string, number>({ max: 9, maxAge: 10 });
		map.set('a', 1, 1_000);
		expect(map.get('a', 999)).toBeUndefined();
	});

	it('never drops what is in use, and drops the next oldest for it', () => {
		const map = new BoundedMap<string, number>({ max: 2, isInUse: (value) => value === 1 });
		expect(keysOf(filled(map, 'a', 'bb', 'ccc'))).toBe('accc');
		expect(keysOf(filled(map, 'd', 'e', 'f'))).toBe('adef');
	});

	it('weighs its entries where they differ', () => {
		const map = new BoundedMap<string, number>({ max: 5, weightOf: (value) => value });
		expect(keysOf(filled(map, 'aa', 'bbb'))).toBe('aabbb');
		expect(keysOf(filled(map, 'c'))).toBe('bbbc');
	});

	it('forgets what it is told to', () => {
		const map = filled(new BoundedMap<string, number>({ max: 3 }), 'a', 'b');
		map.delete('a');
		expect(keysOf(map)).toBe('b');
	});
});
