// What any page does with a form of its own; it knows nothing of modules, and nothing of the field.
document.querySelector('form').addEventListener('submit', function (event) {
  event.preventDefault()
  var lines = []
  new FormData(event.target).forEach(function (value, name) {
    lines.push(name + ' = ' + value)
  })
  document.getElementById('sent').textContent = lines.join('\n')
})
