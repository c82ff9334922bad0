/**
 * An order of elimination that keeps a sparse symmetric matrix sparse: approximate minimum degree on the quotient graph
 * (Amestoy, Davis & Duff 1996), without supervariables.
 */

/** Lists of variables by degree; the last one added is the first one taken. */
type Buckets = {
  readonly add: (variable: number, degree: number) => void
  readonly remove: (variable: number) => void
  /** A variable of the smallest degree, taken out. */
  readonly take: () => number
}

function bucketsFor(size: number): Buckets {
  const head = new Int32Array(size + 1).fill(-1)
  const next = new Int32Array(size).fill(-1)
  const previous = new Int32Array(size).fill(-1)
  const degreeOf = new Int32Array(size)
  let smallest = 0
  const remove = (variable: number): void => {
    const [before, after] = [previous[variable] as number, next[variable] as number]
    if (before >= 0) next[before] = after
    else head[degreeOf[variable] as number] = after
    if (after >= 0) previous[after] = before
  }
  return {
    remove,
    add: (variable, degree) => {
      const first = head[degree] as number
      degreeOf[variable] = degree
      previous[variable] = -1
      next[variable] = first
      if (first >= 0) previous[first] = variable
      head[degree] = variable
      if (degree < smallest) smallest = degree
    },
    take: () => {
      while (head[smallest] === -1) smallest++
      const variable = head[smallest] as number
      remove(variable)
      return variable
    },
  }
}

type Quotient = {
  /** Neighbours of a variable that no element covers yet. */
  readonly variables: number[][]
  /** Elements, the cliques that eliminated variables left, that a variable belongs to. */
  readonly elements: number[][]
  readonly members: number[][]
  readonly eliminated: Uint8Array
  readonly absorbed: Uint8Array
  readonly mark: Int32Array
}

/** The clique that eliminating a variable makes of its neighbours; the elements in it are absorbed. */
function cliqueOf(graph: Quotient, pivot: number): number[] {
  const { mark } = graph
  const clique: number[] = []
  const include = (variable: number): void => {
    if (variable === pivot || graph.eliminated[variable] === 1 || mark[variable] === pivot) return
    mark[variable] = pivot
    clique.push(variable)
  }
  for (const variable of graph.variables[pivot] as number[]) include(variable)
  for (const element of graph.elements[pivot] as number[]) {
    for (const variable of graph.members[element] as number[]) include(variable)
    graph.absorbed[element] = 1
    graph.members[element] = []
  }
  return clique
}

/** How many members of every touched element lie outside of the clique. */
function outsideSizes(graph: Quotient, clique: readonly number[]): Map<number, number> {
  const outside = new Map<number, number>()
  for (const variable of clique) {
    for (const element of graph.elements[variable] as number[]) {
      if (graph.absorbed[element] === 1) continue
      outside.set(element, (outside.get(element) ?? (graph.members[element] as number[]).length) - 1)
    }
  }
  return outside
}

/** Lists of one member of a new clique brought up to date; its approximate degree. */
function update(
  graph: Quotient,
  variable: number,
  pivot: number,
  outside: ReadonlyMap<number, number>,
): number {
  const kept = (graph.elements[variable] as number[]).filter((element) => (outside.get(element) ?? 0) > 0)
  const apart = (graph.variables[variable] as number[]).filter(
    (other) => graph.eliminated[other] !== 1 && graph.mark[other] !== pivot,
  )
  graph.variables[variable] = apart
  graph.elements[variable] = [...kept, pivot]
  return kept.reduce((sum, element) => sum + (outside.get(element) ?? 0), apart.length)
}

/** The order in which to eliminate the variables 0…n−1 of a graph given by its neighbours. */
export function minimumDegree(neighbours: readonly (readonly number[])[]): Int32Array {
  const size = neighbours.length
  const graph: Quotient = {
    variables: neighbours.map((list) => [...list]),
    elements: neighbours.map(() => []),
    members: neighbours.map(() => []),
    eliminated: new Uint8Array(size),
    absorbed: new Uint8Array(size),
    mark: new Int32Array(size).fill(-1),
  }
  const buckets = bucketsFor(size)
  for (let variable = size - 1; variable >= 0; variable--)
    buckets.add(variable, (neighbours[variable] as readonly number[]).length)
  const order = new Int32Array(size)
  for (let step = 0; step < size; step++) {
    const pivot = buckets.take()
    order[step] = pivot
    graph.eliminated[pivot] = 1
    const clique = cliqueOf(graph, pivot)
    graph.members[pivot] = clique
    graph.variables[pivot] = []
    graph.elements[pivot] = []
    const outside = outsideSizes(graph, clique)
    for (const variable of clique) {
      const beyond = update(graph, variable, pivot, outside)
      buckets.remove(variable)
      buckets.add(variable, Math.min(beyond + clique.length - 1, size - step - 2))
    }
  }
  return order
}
