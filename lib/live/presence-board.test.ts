import { expect, it } from 'vitest';
import { PresenceBoard } from './presence-board';

const here = 'engagement';

it('shows where everybody was last heard of', () => {
  const board = new PresenceBoard();
  expect(board.note(here, 'ada', 'line:1', 0)).toBe(true);
  expect(board.note(here, 'ben', 'line:2', 1)).toBe(true);
  expect(board.note(here, 'ada', 'line:3', 2)).toBe(true);
  expect(board.in(here)).toEqual([
    { by: 'ada', place: 'line:3' },
    { by: 'ben', place: 'line:2' },
  ]);
  expect(board.in('another engagement')).toEqual([]);
});

it('says whether anything visible has changed', () => {
  const board = new PresenceBoard();
  board.note(here, 'ada', 'line:1', 0);
  expect(board.note(here, 'ada', 'line:1', 4_000)).toBe(false);
  expect(board.note(here, 'ben', null, 5_000)).toBe(false);
  expect(board.note(here, 'ada', null, 6_000)).toBe(true);
  expect(board.in(here)).toEqual([]);
});

it('forgets a place 10 seconds after it was last said, and not before', () => {
  const board = new PresenceBoard();
  board.note(here, 'ada', 'line:1', 0);
  board.note(here, 'ben', 'line:2', 0);
  board.note(here, 'ben', 'line:2', 4_000);
  expect(board.expire(9_999)).toEqual([]);
  expect(board.expire(10_000)).toEqual([here]);
  expect(board.in(here)).toEqual([{ by: 'ben', place: 'line:2' }]);
  expect(board.expire(14_000)).toEqual([here]);
  expect(board.expire(20_000)).toEqual([]);
});
