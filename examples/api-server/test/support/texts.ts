/** Enough for a part of it to pass before the rest is there. */
export const LONG_TEXT =
  `The library is a low brick building between the station and the river. It opens at nine on weekdays and at ten on
Saturdays. Children's books are on the ground floor, novels upstairs, and maps in the old reading room. Whoever wants to stay
longer finds a small kitchen with tea. In winter the windows to the garden stay shut, because the frames are as old as the house.
A parcel can be left at the desk. Dogs may come in, as long as they are quiet, and most of them are. `.repeat(2);
