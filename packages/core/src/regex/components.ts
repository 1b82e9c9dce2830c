/**
 * Strongly connected components of what can be reached from `roots`, numbered so that every edge leads to the same or
 * a lower number; the map lists them in that order. Path-based (Gabow 2000), without recursion.
 */
export function components(
  roots: Iterable<number>,
  successors: (vertex: number) => Iterable<number>,
): ReadonlyMap<number, number> {
  const discovered = new Map<number, number>();
  const component = new Map<number, number>();
  const unassigned: number[] = [];
  const path: number[] = [];
  const visits: { readonly vertex: number; readonly edges: Iterator<number> }[] = [];
  let count = 0;

  const enter = (vertex: number): void => {
    discovered.set(vertex, discovered.size);
    unassigned.push(vertex);
    path.push(vertex);
    visits.push({ vertex, edges: successors(vertex)[Symbol.iterator]() });
  };

  const leave = (vertex: number): void => {
    visits.pop();
    if (path.at(-1) !== vertex) return;
    path.pop();
    let member: number | undefined;
    do {
      member = unassigned.pop()!;
      component.set(member, count);
    } while (member !== vertex);
    count++;
  };

  for (const root of roots) {
    if (!discovered.has(root)) enter(root);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { value, done } = visit.edges.next();
      if (done) leave(visit.vertex);
      else if (!discovered.has(value)) enter(value);
      else if (!component.has(value)) {
        while (discovered.get(path.at(-1)!)! > discovered.get(value)!) path.pop();
      }
    }
  }
  return component;
}
